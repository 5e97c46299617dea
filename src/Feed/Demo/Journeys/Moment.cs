using PersonalizationEngine.Feed.Demo.Catalogue;

namespace PersonalizationEngine.Feed.Demo.Journeys;

/// <summary>Something ahead of a person.</summary>
internal abstract record Moment(DateTimeOffset At)
{
    /// <param name="Landing">The item a mail's link leads to; null for a visit of one's own accord.</param>
    public sealed record Visit(DateTimeOffset At, Entry Entry, Item? Landing = null) : Moment(At);

    public sealed record Mailing(DateTimeOffset At, string Campaign) : Moment(At);

    /// <summary>They withdraw their consent to e-mail.</summary>
    public sealed record Withdrawal(DateTimeOffset At) : Moment(At);
}

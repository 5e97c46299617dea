namespace PersonalizationEngine.Engine.Leads;

/// <summary>Which leads are asked for.</summary>
/// <param name="Scores">Any of these ranges must hold the score; every score when empty.</param>
/// <param name="SeenSince">Last seen then or later; null for anybody.</param>
/// <param name="SeenBefore">Last seen before; null for anybody.</param>
/// <param name="After">Where the page before ended; null for the first.</param>
/// <param name="Limit">From 1.</param>
public sealed record LeadQuery(
    IReadOnlyList<ScoreRange> Scores, DateTimeOffset? SeenSince, DateTimeOffset? SeenBefore, LeadSort Sort, LeadPlace? After, int Limit)
{
    /// <summary>Something about them was written then or later; null for anybody.</summary>
    public DateTimeOffset? ChangedSince { get; init; }

    /// <summary>Only these; null for everybody.</summary>
    public IReadOnlyCollection<string>? Among { get; init; }
}

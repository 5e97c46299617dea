namespace PersonalizationEngine.Feed.Demo;

/// <summary>What month to make up. The same plan gives the same events, byte for byte.</summary>
/// <param name="People">Ten or more; the three personas come first.</param>
/// <param name="Events">Rybbit events wanted, met within a tenth by a thousand people; visits per person follow from it.</param>
/// <param name="Now">The end of the month; nothing in it is later.</param>
internal sealed record DemoPlan(long Seed, int People, int Items, int Events, int Days, DateTimeOffset Now)
{
    /// <summary>Events per person at which the scores spread over the segments as they do at the default plan.</summary>
    public const double EventsPerPerson = 50;

    public DateTimeOffset Start => Now.AddDays(-Days);

    /// <summary>How lively the month is against the default plan, 1 being the same.</summary>
    public double Liveliness => Events / (EventsPerPerson * People);
}

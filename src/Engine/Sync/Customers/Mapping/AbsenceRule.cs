namespace PersonalizationEngine.Engine.Sync.Customers.Mapping;

/// <summary>When rows that have vanished are taken for deleted.</summary>
/// <param name="Every">How often all known records are looked for. Default a day.</param>
/// <param name="MostPercent">When more than that of the known records would go at once, none does. 0 to 100, default 20; one record may always go.</param>
public sealed record AbsenceRule(TimeSpan Every, int MostPercent)
{
    public static AbsenceRule Default { get; } = new(TimeSpan.FromDays(1), 20);

    public long Allowed(long known) => Math.Max(1, known * MostPercent / 100);
}

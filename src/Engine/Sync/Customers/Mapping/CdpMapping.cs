namespace PersonalizationEngine.Engine.Sync.Customers.Mapping;

/// <summary>Which tables of the customer data platform are read, and how.</summary>
/// <param name="Tables">At most one of each kind; empty reads nothing.</param>
public sealed record CdpMapping(IReadOnlyList<TableMapping> Tables)
{
    /// <summary>No table is read.</summary>
    public static CdpMapping None { get; } = new([]);

    /// <summary>How far behind the newest time of change the next reading begins, for rows that were written late. Default 10 minutes.</summary>
    public TimeSpan Overlap { get; init; } = TimeSpan.FromMinutes(10);

    /// <summary>How many numbers behind the highest the next reading begins. Default 1,000.</summary>
    public int IdOverlap { get; init; } = 1000;

    /// <summary>Rows read and stored at a time. Default 500.</summary>
    public int BatchRows { get; init; } = 500;

    /// <summary>How long after the start of a reading a table that is read whole is read again. Default 10 minutes.</summary>
    public TimeSpan WholeEvery { get; init; } = TimeSpan.FromMinutes(10);

    /// <summary>The longest one query may take. Default 30 s.</summary>
    public TimeSpan QueryTimeout { get; init; } = TimeSpan.FromSeconds(30);

    public AbsenceRule Absence { get; init; } = AbsenceRule.Default;
}

namespace PersonalizationEngine.Adapters.ClickHouse;

/// <summary>Where Rybbit keeps its events, and how much one question may cost there.</summary>
/// <param name="Address">The HTTP interface: <c>http://host:8123</c> or <c>https://host:8443</c>.</param>
/// <param name="Database">The database with the table <c>events</c>. Rybbit's own default is <c>analytics</c>.</param>
/// <param name="User">Needs no more than to read <c>events</c> and to change settings (<c>readonly = 2</c>).</param>
public sealed record ClickHouseOptions(Uri Address, string Database, string User, string Password)
{
    /// <summary>Rybbit's numbers of the sites that are read; all when empty. Default all.</summary>
    public IReadOnlyList<int> Sites { get; init; } = [];

    /// <summary>How long ClickHouse may work on one question. Default 60 s; range: 1 s to 1 h.</summary>
    public TimeSpan QueryTimeout { get; init; } = TimeSpan.FromSeconds(60);

    /// <summary>How long a stream may stand still. Default 15 s.</summary>
    public TimeSpan StallTimeout { get; init; } = TimeSpan.FromSeconds(15);

    /// <summary>Rows in one answer; more are refused rather than cut. Default 5,000,000.</summary>
    public long MaxRows { get; init; } = 5_000_000;

    /// <summary>Memory in bytes one question may take in ClickHouse, which uses its disk from half of it on. Default 2 GB.</summary>
    public long MaxMemory { get; init; } = 2_000_000_000;

    /// <summary>Leave out what came from data centres, where Rybbit marks it (second generation). Default true.</summary>
    public bool SkipDatacenters { get; init; } = true;
}

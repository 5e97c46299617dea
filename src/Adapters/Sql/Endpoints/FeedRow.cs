namespace PersonalizationEngine.Adapters.Sql.Endpoints;

/// <summary>A row of any of the feeds; each has some of the columns.</summary>
internal sealed record FeedRow
{
    public long Id { get; init; }
    public string CrossingId { get; init; } = "";
    public string PersonId { get; init; } = "";
    public string UserId { get; init; } = "";
    public long ModelId { get; init; }
    public int ModelVersion { get; init; }
    public string Segment { get; init; } = "";
    public string? BeforeSegment { get; init; }
    public bool IsUp { get; init; }

    /// <summary>SQLite keeps 60 as a whole number and 59.9 as none; typed, the first row read would decide for all others.</summary>
    public object Score { get; init; } = 0;
    public long CrossedAt { get; init; }
    public long NotedAt { get; init; }
    public DateTimeOffset CalculatedAt { get; init; }
    public long DefinitionId { get; init; }
    public int Version { get; init; }
    public long ChangedAt { get; init; }
    public string ChangedBy { get; init; } = "";
    public string? Reason { get; init; }
    public string? Document { get; init; }
    public string? BeforeDocument { get; init; }
}

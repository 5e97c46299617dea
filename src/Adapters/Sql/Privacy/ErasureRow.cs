namespace PersonalizationEngine.Adapters.Sql.Privacy;

internal sealed record ErasureRow
{
    public required string ErasureId { get; init; }
    public long BegunAt { get; init; }
    public required string Report { get; init; }
    public string? SealedIds { get; init; }
}

namespace PersonalizationEngine.Adapters.Sql.Idempotency;

internal sealed record KeyRow
{
    public required string RequestHash { get; init; }

    public required string Holder { get; init; }

    public required long ExpiresAt { get; init; }

    public int? Status { get; init; }

    public string? Headers { get; init; }

    public string? Body { get; init; }
}

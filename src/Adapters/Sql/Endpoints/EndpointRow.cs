using PersonalizationEngine.Engine.Delivery.Endpoints;

namespace PersonalizationEngine.Adapters.Sql.Endpoints;

internal sealed record EndpointRow
{
    public const string Columns =
        "id, url, event_types, description, enabled, secret, old_secret, old_secret_until, disabled_reason, disabled_at, failing_since, delivered_at, created_at, updated_at";

    public long Id { get; init; }
    public required string Url { get; init; }
    public required string EventTypes { get; init; }
    public string? Description { get; init; }
    public bool Enabled { get; init; }
    public required string Secret { get; init; }
    public string? OldSecret { get; init; }
    public long? OldSecretUntil { get; init; }
    public string? DisabledReason { get; init; }
    public long? DisabledAt { get; init; }
    public long? FailingSince { get; init; }
    public long? DeliveredAt { get; init; }
    public long CreatedAt { get; init; }
    public long UpdatedAt { get; init; }

    public CustomerEndpoint ToEndpoint() => new(
        Id, new EndpointDefinition(new Uri(Url), EventTypes.Split(' ', StringSplitOptions.RemoveEmptyEntries), Description, Enabled), Secret,
        UnixMilliseconds.Read(CreatedAt), UnixMilliseconds.Read(UpdatedAt))
    {
        OldSecret = OldSecret,
        OldSecretUntil = UnixMilliseconds.Read(OldSecretUntil),
        DisabledReason = DisabledReason,
        DisabledAt = UnixMilliseconds.Read(DisabledAt),
        FailingSince = UnixMilliseconds.Read(FailingSince),
        DeliveredAt = UnixMilliseconds.Read(DeliveredAt),
    };
}

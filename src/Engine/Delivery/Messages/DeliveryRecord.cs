namespace PersonalizationEngine.Engine.Delivery.Messages;

/// <summary>A message as it is stored.</summary>
/// <param name="Status">Of <see cref="MessageStatus"/>.</param>
/// <param name="DueAt">When it is looked at next, while it waits.</param>
public sealed record DeliveryRecord(
    long Id, string MessageId, string Source, long SourceId, long Occurrence, string PersonId, string Template, string Status, string? Reason,
    string? Detail, string? Channel, string? Topic, int Priority, string? Provider, int Attempts, DateTimeOffset DueAt, DateTimeOffset? ExpiresAt, DateTimeOffset CreatedAt)
{
    public DateTimeOffset UpdatedAt { get; init; }

    public DateTimeOffset? SentAt { get; init; }

    public DateTimeOffset? DeliveredAt { get; init; }

    public DateTimeOffset? OpenedAt { get; init; }

    public DateTimeOffset? ClickedAt { get; init; }

    public DateTimeOffset? BouncedAt { get; init; }

    public DateTimeOffset? ComplainedAt { get; init; }
}

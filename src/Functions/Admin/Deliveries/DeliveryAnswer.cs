using PersonalizationEngine.Engine.Delivery.Messages;

namespace PersonalizationEngine.Functions.Admin.Deliveries;

/// <summary>A message to a person and what became of it.</summary>
/// <param name="Source">What asked for it: <c>campaign</c>, <c>rule</c>, <c>crossing</c> or <c>digest</c>.</param>
/// <param name="Status"><c>waiting</c>, <c>sending</c>, <c>sent</c>, <c>suppressed</c>, <c>failed</c> or <c>cancelled</c>.</param>
/// <param name="Reason">Why it waits, is not sent or failed; null for what was sent.</param>
/// <param name="Detail">More of the reason, for people.</param>
/// <param name="DueAt">When it is looked at next, while it waits.</param>
internal sealed record DeliveryAnswer(
    string MessageId, string Source, long SourceId, long Occurrence, string PersonId, string Template, string Status, string? Reason, string? Detail,
    string? Channel, string? Topic, int Priority, string? Provider, int Attempts, DateTimeOffset DueAt, DateTimeOffset? ExpiresAt, DateTimeOffset CreatedAt,
    DateTimeOffset UpdatedAt, DateTimeOffset? SentAt, DateTimeOffset? DeliveredAt, DateTimeOffset? OpenedAt, DateTimeOffset? ClickedAt,
    DateTimeOffset? BouncedAt, DateTimeOffset? ComplainedAt)
{
    public static DeliveryAnswer Of(DeliveryRecord one) => new(
        one.MessageId, one.Source, one.SourceId, one.Occurrence, one.PersonId, one.Template, one.Status, one.Reason, one.Detail, one.Channel, one.Topic,
        one.Priority, one.Provider, one.Attempts, one.DueAt, one.ExpiresAt, one.CreatedAt, one.UpdatedAt, one.SentAt, one.DeliveredAt, one.OpenedAt,
        one.ClickedAt, one.BouncedAt, one.ComplainedAt);
}

using PersonalizationEngine.Engine.Delivery.Endpoints;

namespace PersonalizationEngine.Functions.Admin.Endpoints;

/// <param name="MessageId">Of the event: <c>webhook-id</c>.</param>
/// <param name="Status"><c>waiting</c>, <c>delivered</c> or <c>dead</c>.</param>
/// <param name="Attempts">Made since it was last asked for.</param>
/// <param name="Reason">Why the last attempt failed.</param>
/// <param name="DueAt">The next attempt; null when there is none.</param>
internal sealed record EndpointMessageAnswer(
    long Id, string MessageId, string EventType, string Status, int Attempts, string? Reason, int? HttpStatus, DateTimeOffset? DueAt,
    DateTimeOffset CreatedAt, DateTimeOffset UpdatedAt)
{
    public static readonly IReadOnlyList<string> Statuses = ["waiting", "delivered", "dead"];

    public static EndpointMessageAnswer Of(KeptMessage message) => new(
        message.Id, message.MessageId, message.EventType, Statuses[(int)message.Status], message.Attempts, message.Reason, message.HttpStatus, message.DueAt,
        message.CreatedAt, message.UpdatedAt);
}

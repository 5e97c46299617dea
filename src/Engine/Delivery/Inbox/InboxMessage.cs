using PersonalizationEngine.Engine.Delivery.Sending;

namespace PersonalizationEngine.Engine.Delivery.Inbox;

/// <summary>A message that waits for a person on the website or in the app.</summary>
/// <param name="Priority">0 to 100, as it was sent with; the inbox itself goes by age.</param>
/// <param name="ExpiresAt">From then on it is not shown; null for no end.</param>
public sealed record InboxMessage(
    string MessageId, string PersonId, string? Topic, MessageContent Content, int Priority, DateTimeOffset CreatedAt, DateTimeOffset? ExpiresAt)
{
    /// <summary>Larger from one message to the next; 0 for one that is not stored yet.</summary>
    public long Id { get; init; }

    public DateTimeOffset? ReadAt { get; init; }
}

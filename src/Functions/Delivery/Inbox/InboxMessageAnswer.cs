using PersonalizationEngine.Engine.Delivery.Inbox;

namespace PersonalizationEngine.Functions.Delivery.Inbox;

/// <summary>A message that waits for somebody on the website.</summary>
/// <param name="Url">Where it leads.</param>
/// <param name="Data">What the template says to the page besides.</param>
/// <param name="ExpiresAt">From then on it is not shown; null for no end.</param>
/// <param name="ReadAt">Null for one that is unread.</param>
internal sealed record InboxMessageAnswer(
    string MessageId, string? Title, string Body, string? Url, string? ImageUrl, IReadOnlyDictionary<string, string> Data, string? Topic, int Priority,
    DateTimeOffset CreatedAt, DateTimeOffset? ExpiresAt, DateTimeOffset? ReadAt)
{
    public static InboxMessageAnswer Of(InboxMessage message) => new(
        message.MessageId, message.Content.Subject, message.Content.Text, message.Content.Url, message.Content.ImageUrl, message.Content.Data, message.Topic,
        message.Priority, message.CreatedAt, message.ExpiresAt, message.ReadAt);
}

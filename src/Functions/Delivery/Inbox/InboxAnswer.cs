using PersonalizationEngine.Engine.Delivery.Inbox;
using PersonalizationEngine.Functions.Http;

namespace PersonalizationEngine.Functions.Delivery.Inbox;

/// <summary>One page of somebody's inbox, the newest first.</summary>
/// <param name="NextCursor">Where to go on; null on the last page.</param>
/// <param name="Unread">How many messages are unread in all.</param>
internal sealed record InboxAnswer(IReadOnlyList<InboxMessageAnswer> Items, string? NextCursor, int Unread)
{
    /// <param name="found">One message more than the page holds, when there is more.</param>
    public static InboxAnswer Of(InboxPage found, int limit)
    {
        var page = Page<InboxMessageAnswer>.Of(found.Messages, limit, message => message.Id, InboxMessageAnswer.Of);
        return new InboxAnswer(page.Items, page.NextCursor, found.Unread);
    }
}

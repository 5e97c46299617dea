namespace PersonalizationEngine.Engine.Delivery.Inbox;

/// <summary>A part of somebody's inbox.</summary>
/// <param name="Unread">How many are unread in all.</param>
public sealed record InboxPage(IReadOnlyList<InboxMessage> Messages, int Unread)
{
    public static InboxPage Empty { get; } = new([], 0);
}

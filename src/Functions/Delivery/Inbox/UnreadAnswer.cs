namespace PersonalizationEngine.Functions.Delivery.Inbox;

/// <summary>What an inbox still has, after something was done with it.</summary>
/// <param name="Unread">How many messages are unread in all.</param>
internal sealed record UnreadAnswer(int Unread);

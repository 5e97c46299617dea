namespace PersonalizationEngine.Engine.Delivery.Inbox;

/// <summary>Which messages of an inbox to list, the newest first.</summary>
/// <param name="UnreadOnly">Without those that were read.</param>
/// <param name="BeforeId">Only those before it, for the next page; null for the first.</param>
public sealed record InboxQuestion(bool UnreadOnly, long? BeforeId, int Limit);

namespace PersonalizationEngine.Core.Delivery.Digests;

/// <summary>The time over which messages of one topic to one person are collected into one.</summary>
/// <param name="Start">Inclusive.</param>
/// <param name="End">Exclusive: when the collection is sent.</param>
/// <param name="Number">Tells the windows of one person and topic apart; with both of them the unique key of the row that holds the window.</param>
public sealed record DigestWindow(string PersonId, string Topic, DateTimeOffset Start, DateTimeOffset End, long Number);

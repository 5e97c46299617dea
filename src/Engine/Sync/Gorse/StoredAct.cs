namespace PersonalizationEngine.Engine.Sync.Gorse;

/// <param name="Id">Rises from act to act.</param>
/// <param name="ItemId">Null when it was not on an item.</param>
/// <param name="ReceivedAt">When it was stored.</param>
public sealed record StoredAct(long Id, string PersonId, string? ItemId, DateTimeOffset ReceivedAt);

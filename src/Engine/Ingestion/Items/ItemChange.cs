namespace PersonalizationEngine.Engine.Ingestion.Items;

/// <param name="Item">Null deletes it.</param>
/// <param name="At">The instant of the facts; an older change that arrives later changes nothing.</param>
public sealed record ItemChange(string ItemId, ItemRecord? Item, DateTimeOffset At);

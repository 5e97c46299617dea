using PersonalizationEngine.Engine.Ingestion.Items;

namespace PersonalizationEngine.Engine.Sync.Gorse;

public sealed record ChangedItem(DateTimeOffset ChangedAt, ItemChange Item) : IChange
{
    string IChange.Id => Item.ItemId;
}

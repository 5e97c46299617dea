using PersonalizationEngine.Engine.Ingestion.Items;

namespace PersonalizationEngine.Engine.Ingestion.Cdp;

public sealed record ItemUpserted(string EventId, DateTimeOffset At, ItemRecord Item) : IncomingEvent(EventId, At)
{
    public override string CatalogueItemId => Item.ItemId;
}

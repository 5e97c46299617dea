namespace PersonalizationEngine.Engine.Ingestion.Cdp;

public sealed record ItemDeleted(string EventId, DateTimeOffset At, string ItemId) : IncomingEvent(EventId, At)
{
    public override string CatalogueItemId => ItemId;
}

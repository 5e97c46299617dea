namespace PersonalizationEngine.Engine.Ingestion;

/// <summary>Who sent an event; ids of events are unique within one source.</summary>
public enum EventSource
{
    Rybbit,
    Cdp,
    Frontend,

    /// <summary>Providers of messages, and the links in them.</summary>
    Delivery,
}

namespace PersonalizationEngine.Engine.Ingestion.Cdp;

internal readonly record struct Envelope(string EventId, DateTimeOffset At);

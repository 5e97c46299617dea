using PersonalizationEngine.Core.Profiles;

namespace PersonalizationEngine.Engine.Ingestion.Cdp;

/// <summary>Facts about a customer. A field that was not sent is missing from the maps; JSON null deletes it.</summary>
public sealed record CustomerUpserted(string EventId, DateTimeOffset At, string UserId, AttributeMap Fields, AttributeMap Traits)
    : IncomingEvent(EventId, At)
{
    public override IEnumerable<string> Identities => [UserId];
}

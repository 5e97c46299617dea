namespace PersonalizationEngine.Engine.Ingestion.Cdp;

/// <summary>The CDP no longer holds the customer: facts and consents go, what was done stays under a bare id.</summary>
public sealed record CustomerDeleted(string EventId, DateTimeOffset At, string UserId) : IncomingEvent(EventId, At)
{
    public override IEnumerable<string> Identities => [UserId];
}

namespace PersonalizationEngine.Engine.Ingestion.Cdp;

/// <param name="Grants">Purpose to granted or refused.</param>
public sealed record ConsentUpdated(string EventId, DateTimeOffset At, string UserId, IReadOnlyDictionary<string, bool> Grants)
    : IncomingEvent(EventId, At)
{
    public override IEnumerable<string> Identities => [UserId];
}

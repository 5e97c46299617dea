namespace PersonalizationEngine.Engine.Ingestion.Cdp;

/// <param name="Value">Money, 0 or more; null when the sender does not say.</param>
/// <param name="Currency">ISO 4217.</param>
public sealed record LeadConverted(string EventId, DateTimeOffset At, string UserId, string Goal, decimal? Value, string? Currency)
    : IncomingEvent(EventId, At)
{
    public override IEnumerable<string> Identities => [UserId];
}

using PersonalizationEngine.Core.Profiles;

namespace PersonalizationEngine.Engine.Ingestion.Cdp;

/// <summary>A deed the CDP saw: a lead form sent, a mail opened or clicked.</summary>
/// <param name="Details">What else was told, as JSON text.</param>
/// <param name="Email">An address given with a lead form; fills a gap, never overwrites.</param>
/// <param name="Traits">Told with a lead form; fill gaps, too.</param>
public sealed record CustomerActivity(
    string EventId, DateTimeOffset At, string UserId, Activity Activity, string? Details, string? Email, AttributeMap Traits)
    : IncomingEvent(EventId, At)
{
    public override IEnumerable<string> Identities => [UserId];
}

using PersonalizationEngine.Core.Profiles;

namespace PersonalizationEngine.Engine.Ingestion.Rybbit;

/// <summary>Something a visitor did on the website.</summary>
/// <param name="KnownId">The id the site identified the visitor by.</param>
/// <param name="DeviceId">The device; with a known id beside it, the device is theirs from now on.</param>
/// <param name="ItemId">The item the event is about, by the configured patterns.</param>
/// <param name="Properties">As sent, as JSON text.</param>
/// <param name="Traits">Only of <c>identify</c>: attributes told by the site; null deletes one.</param>
/// <param name="Campaign">UTM parameters without the prefix; null when the page had none.</param>
/// <param name="Device">What the event tells of the device; null when nothing.</param>
public sealed record BehaviourEvent(
    string EventId,
    DateTimeOffset At,
    string? KnownId,
    string? DeviceId,
    Activity Activity,
    string? ItemId,
    string? Properties,
    AttributeMap? Traits,
    AttributeMap? Campaign,
    AttributeMap? Device)
    : IncomingEvent(EventId, At)
{
    public override IEnumerable<(string KnownId, string Alias)> Links =>
        KnownId is not null && DeviceId is not null ? [(KnownId, DeviceId)] : [];

    public override IEnumerable<string> Identities
    {
        get
        {
            if (KnownId is not null) yield return KnownId;
            if (DeviceId is not null) yield return DeviceId;
        }
    }
}

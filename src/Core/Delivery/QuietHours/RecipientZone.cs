using PersonalizationEngine.Core.Rules.Conditions.Scheduling;

namespace PersonalizationEngine.Core.Delivery.QuietHours;

/// <summary>Whose clock goes for a person.</summary>
/// <param name="Ids">IANA names. More than one for a country with several zones: it is quiet while it is quiet in any of them.</param>
/// <param name="Ignored">Zones and countries that were given and are none, as they were written.</param>
public sealed record RecipientZone(IReadOnlyList<string> Ids, ZoneSource Source, IReadOnlyList<string> Ignored)
{
    private IReadOnlyList<TimeZoneInfo>? _zones;

    public static RecipientZone Utc { get; } = Of([TimeZoneInfo.Utc], ZoneSource.Utc, []);

    /// <summary>At least one.</summary>
    internal IReadOnlyList<TimeZoneInfo> Zones =>
        _zones ??= Ids.Select(ScheduleZone.Find).OfType<TimeZoneInfo>().ToArray() is { Length: > 0 } found ? found : Utc.Zones;

    /// <summary>When a time of the wall clock has come in each of the zones: see <see cref="WallClock.FirstAtOrAfter"/>.</summary>
    /// <param name="local">Wall time.</param>
    public DateTimeOffset FirstAtOrAfter(DateTime local) => Zones.Max(zone => WallClock.FirstAtOrAfter(zone, local));

    internal static RecipientZone Of(IReadOnlyList<TimeZoneInfo> zones, ZoneSource source, IReadOnlyList<string> ignored) =>
        new(zones.Count == 1 ? [zones[0].Id] : [.. zones.Select(zone => zone.Id)], source, ignored) { _zones = zones };
}

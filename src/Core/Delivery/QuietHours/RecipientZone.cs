namespace PersonalizationEngine.Core.Delivery.QuietHours;

/// <summary>Whose clock goes for a person.</summary>
/// <param name="Ids">IANA names. More than one for a country with several zones: it is quiet while it is quiet in any of them.</param>
/// <param name="Ignored">Zones and countries that were given and are none, as they were written.</param>
public sealed record RecipientZone(IReadOnlyList<string> Ids, ZoneSource Source, IReadOnlyList<string> Ignored)
{
    internal IReadOnlyList<TimeZoneInfo> Zones { get; private init; } = [];

    internal static RecipientZone Of(IReadOnlyList<TimeZoneInfo> zones, ZoneSource source, IReadOnlyList<string> ignored) =>
        new(zones.Count == 1 ? [zones[0].Id] : [.. zones.Select(zone => zone.Id)], source, ignored) { Zones = zones };
}

using PersonalizationEngine.Core.Rules.Conditions.Scheduling;

namespace PersonalizationEngine.Core.Delivery.QuietHours;

/// <summary>
/// Finds whose clock goes: stated, seen, of the country, of the campaign, of the workspace, UTC. What is no IANA zone is passed
/// over as if it were absent, so that there is always a clock to be quiet by: no text makes somebody reachable at night who
/// would not be without it.
/// </summary>
public static class RecipientZones
{
    /// <summary>Whether a text is an IANA zone, or UTC.</summary>
    public static bool IsZone(string text) => ScheduleZone.Find(text) is not null;

    /// <param name="campaignZone">IANA; null for none.</param>
    /// <param name="workspaceZone">IANA; null for none.</param>
    public static RecipientZone Of(Recipient recipient, string? campaignZone, string? workspaceZone)
    {
        List<string>? ignored = null;
        if (Find(recipient.ExplicitZone, ref ignored) is { } stated) return One(stated, ZoneSource.Explicit);
        if (Find(recipient.GeoZone, ref ignored) is { } seen) return One(seen, ZoneSource.Geo);
        if (recipient.Country is { Length: > 0 } country)
        {
            if (CountryZones.Of(country) is { Count: > 0 } zones) return RecipientZone.Of(zones, ZoneSource.Country, ignored ?? []);
            (ignored ??= []).Add(country);
        }

        if (Find(campaignZone, ref ignored) is { } campaign) return One(campaign, ZoneSource.Campaign);
        if (Find(workspaceZone, ref ignored) is { } workspace) return One(workspace, ZoneSource.Workspace);
        return ignored is null ? RecipientZone.Utc : RecipientZone.Utc with { Ignored = ignored };

        RecipientZone One(TimeZoneInfo zone, ZoneSource source) => RecipientZone.Of([zone], source, ignored ?? []);
    }

    private static TimeZoneInfo? Find(string? id, ref List<string>? ignored)
    {
        if (string.IsNullOrEmpty(id)) return null;
        // A zone once read is found by its name in any case; read for the first time, it is not. The same text must mean the same.
        if (ScheduleZone.Find(id) is { } zone && zone.Id == id) return zone;
        (ignored ??= []).Add(id);
        return null;
    }
}

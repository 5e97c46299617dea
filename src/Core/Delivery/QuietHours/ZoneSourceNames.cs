namespace PersonalizationEngine.Core.Delivery.QuietHours;

public static class ZoneSourceNames
{
    /// <summary>The source in snake_case, as answers write it.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The value is none of the enumeration's.</exception>
    public static string Name(this ZoneSource source) => source switch
    {
        ZoneSource.Explicit => "explicit",
        ZoneSource.Geo => "geo",
        ZoneSource.Country => "country",
        ZoneSource.Campaign => "campaign",
        ZoneSource.Workspace => "workspace",
        ZoneSource.Utc => "utc",
        _ => throw new ArgumentOutOfRangeException(nameof(source), source, "unknown source"),
    };
}

namespace PersonalizationEngine.Core.Delivery.QuietHours;

/// <summary>Where a person's time zone was found; the first of these that is a known zone is used.</summary>
public enum ZoneSource
{
    Explicit,

    Geo,

    /// <summary>All zones of the country at once.</summary>
    Country,

    Campaign,

    Workspace,

    Utc,
}

using PersonalizationEngine.Functions.Access;

namespace PersonalizationEngine.Functions.Settings;

/// <summary>Section <c>access</c>.</summary>
internal static class AccessSettings
{
    /// <summary>Characters of a site's key.</summary>
    public const int ShortestKey = 8, LongestKey = 100;

    private const string SitesKey = "access:sites";

    public static AccessRules Read(SettingsReader reader)
    {
        reader.Describe(SitesKey, "none: no browser is answered", "", $"a list; each entry has a key of {ShortestKey} to {LongestKey} letters, digits, - and _, and origins");
        IReadOnlyList<Site> sites = [.. reader.Children(SitesKey).Select(entry => ReadSite(reader, $"{SitesKey}:{entry}"))];
        if (sites.DistinctBy(site => site.Key).Count() < sites.Count) reader.Fault(SitesKey, "must have a key of its own for each site");
        return new AccessRules(
            sites,
            reader.Integer("access:requests_per_minute", 600, 1, 1_000_000, "requests of one address"),
            reader.Minutes("access:token_minutes", TimeSpan.FromHours(1), 1, 1440),
            reader.Days("access:visitor_days", TimeSpan.FromDays(30), 1, 400),
            reader.Integer("access:proxies", 0, 0, 5));
    }

    private static Site ReadSite(SettingsReader reader, string key)
    {
        var name = reader.Text($"{key}:key") ?? "";
        var origins = reader.Texts($"{key}:origins") ?? [];
        if (name.Length is < ShortestKey or > LongestKey || !name.All(letter => char.IsAsciiLetterOrDigit(letter) || letter is '-' or '_'))
            reader.Fault($"{key}:key", $"must be {ShortestKey} to {LongestKey} letters, digits, - and _");
        if (origins.Count == 0 || !origins.All(AllowedOrigins.IsOrigin)) reader.Fault($"{key}:origins", AllowedOrigins.Accepted);
        return new Site(name, new AllowedOrigins(origins));
    }
}

namespace PersonalizationEngine.Functions.Access;

/// <summary>What browsers may do.</summary>
/// <param name="RequestsPerMinute">Of one address on one site, in each process. Default 600, 1 to 1,000,000.</param>
/// <param name="LongestToken">The longest a person's token may live. Default an hour, 1 minute to a day.</param>
/// <param name="LongestVisit">How long a visitor's token lives when it is not renewed. Default 30 days, 1 hour to 400 days.</param>
/// <param name="Proxies">How many proxies of our own stand before the engine and tell the caller's address. Default 0, to 5.</param>
internal sealed record AccessRules(
    IReadOnlyList<Site> Sites, int RequestsPerMinute, TimeSpan LongestToken, TimeSpan LongestVisit, int Proxies)
{
    public Site? Find(string key)
    {
        foreach (var site in Sites)
            if (site.Key == key) return site;
        return null;
    }
}

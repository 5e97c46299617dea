using PersonalizationEngine.Feed.Demo.Chance;

namespace PersonalizationEngine.Feed.Demo.Journeys;

/// <summary>How a visit begins.</summary>
/// <param name="Referrer">The page before, if the browser tells.</param>
/// <param name="Query">Query string of the first page, with its question mark.</param>
internal sealed record Entry(string Channel, string? Referrer, string? Query)
{
    private static readonly string[] Searches =
        ["https://www.google.com/", "https://www.google.com/", "https://www.bing.com/", "https://duckduckgo.com/"];

    private static readonly string[] Campaigns = ["spring-benchmarks", "plain-dashboards", "forecast-week"];
    private static readonly (string Channel, double Share)[] Shares =
        [("direct", 0.30), ("organic", 0.40), ("social", 0.11), ("paid", 0.11), ("referral", 0.08)];

    public static Entry Draw(Dice dice) => For(dice.Weighted(Shares, choice => choice.Share).Channel, dice);

    public static Entry For(string channel, Dice dice) => channel switch
    {
        "organic" => new(channel, dice.Pick(Searches), null),
        "social" => new(channel, "https://www.linkedin.com/", Utm("linkedin", "social", dice.Pick(Campaigns))),
        "paid" => new(channel, Searches[0], Utm("google", "cpc", dice.Chance(0.6) ? "brand-search" : dice.Pick(Campaigns))),
        "referral" => new(channel, "https://partners.example/reviews", null),
        "email" => FromEmail("newsletter"),
        _ => new(channel, null, null),
    };

    public static Entry FromEmail(string campaign) => new("email", null, Utm("newsletter", "email", campaign));

    private static string Utm(string source, string medium, string campaign) =>
        $"?utm_source={source}&utm_medium={medium}&utm_campaign={campaign}";
}

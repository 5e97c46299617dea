namespace PersonalizationEngine.Bench.ManyRules;

/// <summary>The rules of each mix; the same each time.</summary>
internal static class Rulebook
{
    public const int Rules = 1_000;

    private static readonly string[] Countries = ["DE", "AT", "CH", "FR", "IT", "NL", "PL", "SE"];
    private static readonly string[] Plans = ["free", "starter", "pro", "enterprise"];

    public static Part[] Of(RuleMix mix) => [.. Enumerable.Range(0, Rules).Select(number => mix switch
    {
        RuleMix.Alike => Alike(number),
        RuleMix.Mixed => Mixed(number),
        _ => Different(number),
    })];

    private static Part Alike(int number) => Part.All(
        Part.OneOf("segment", "Segment", "hot_lead", "sales_ready"),
        Part.AtLeast("factors.page_views_last_7d", "PageViews", number % 40),
        Part.Is("traits.team", "Team", $"team {number}"));

    private static Part Mixed(int number)
    {
        var dice = unchecked((uint)number * 2_654_435_761u);
        var parts = new List<Part>
        {
            Part.AtLeast("score", "Score", dice % 17 * 5),
            Part.OneOf("country", "Country", Countries[dice / 17 % 8], Countries[dice / 136 % 8]),
        };
        if (number % 2 == 0) parts.Add(Part.Is("traits.plan", "Plan", Plans[dice / 7 % 4]));
        if (number % 3 == 0)
            parts.Add(Part.Any(Part.AtLeast("factors.pricing_page_visits", "PricingVisits", (dice / 11 % 5) + 1), Part.OneOf("segment", "Segment", "sales_ready")));
        if (number % 4 == 0) parts.Add(Part.Not(Part.Is("traits.team", "Team", $"team {dice / 13 % 200}")));
        if (number % 5 == 0) parts.Add(Part.Below("days_since_last_seen", "DaysSinceLastSeen", (dice / 19 % 30) + 0.5));
        return Part.All([.. parts]);
    }

    private static Part Different(int number) => Part.All(
        Part.AtLeast($"numbers.n{number % 16}", $"Numbers[{number % 16}]", (number * 0.07) + 0.01),
        Part.Below($"numbers.n{(number + 5) % 16}", $"Numbers[{(number + 5) % 16}]", 100 - (number * 0.03)),
        Part.AtLeast($"numbers.n{(number + 9) % 16}", $"Numbers[{(number + 9) % 16}]", (number * 0.02) + 0.005));
}

using System.Globalization;
using PersonalizationEngine.Core.Decisions;
using PersonalizationEngine.Core.Profiles;

namespace PersonalizationEngine.Bench.ManyRules;

/// <summary>One person, as typed members for Microsoft RulesEngine and as attributes for the others.</summary>
public sealed class Visitor
{
    public required string Segment { get; init; }
    public required string Country { get; init; }
    public required string Plan { get; init; }
    public required string Team { get; init; }
    public double Score { get; init; }
    public double PageViews { get; init; }
    public double PricingVisits { get; init; }
    public double DaysSinceLastSeen { get; init; }
    public required double[] Numbers { get; init; }

    public static Visitor[] Some(int count) => [.. Enumerable.Range(0, count).Select(number =>
    {
        var dice = unchecked((uint)(number + 1) * 2_246_822_519u);
        return new Visitor
        {
            Segment = ((string[])["cold_lead", "warm_lead", "hot_lead", "sales_ready"])[dice % 4],
            Country = ((string[])["DE", "AT", "CH", "FR", "IT", "NL", "PL", "SE"])[dice / 4 % 8],
            Plan = ((string[])["free", "starter", "pro", "enterprise"])[dice / 32 % 4],
            Team = $"team {dice / 128 % 1000}",
            Score = dice / 7 % 100,
            PageViews = dice / 11 % 45,
            PricingVisits = dice / 13 % 6,
            DaysSinceLastSeen = dice / 17 % 40,
            Numbers = [.. Enumerable.Range(0, 16).Select(place => (double)(unchecked(dice * (uint)(place + 3)) / 23 % 100))],
        };
    })];

    /// <summary>In layers, as a decision has them: the visit's over the person's.</summary>
    public AttributeMap ToAttributes()
    {
        var person = Map(
            ("segment", Segment), ("country", Country), ("score", Score), ("days_since_last_seen", DaysSinceLastSeen),
            ("traits", Map(("plan", Plan), ("team", Team))),
            ("factors", Map(("page_views_last_7d", PageViews), ("pricing_page_visits", PricingVisits))),
            ("numbers", Map([.. Numbers.Select((number, place) => (string.Create(CultureInfo.InvariantCulture, $"n{place}"), (AttributeValue)number))])));
        return RequestAttributes.Of(person, AttributeMap.Empty, new DateTimeOffset(2026, 5, 14, 12, 0, 0, TimeSpan.Zero));
    }

    private static AttributeMap Map(params (string Name, AttributeValue Value)[] attributes) =>
        new(attributes.Select(attribute => KeyValuePair.Create(attribute.Name, attribute.Value)));
}

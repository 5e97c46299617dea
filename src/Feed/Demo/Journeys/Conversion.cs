using PersonalizationEngine.Feed.Demo.Chance;
using PersonalizationEngine.Feed.Demo.Population;

namespace PersonalizationEngine.Feed.Demo.Journeys;

/// <summary>Who becomes a customer: a logistic model over the latent intent and what the person has shown.</summary>
internal static class Conversion
{
    public static double Probability(double intent, Shown shown) => Distributions.Probability(
        -4.6
        + (3.2 * intent)
        + (0.5 * Math.Log(1 + shown.PricingVisits))
        + (shown.DemoRequests > 0 ? 1.6 : 0)
        + (0.35 * Math.Log(1 + shown.Webinars))
        + (0.3 * Math.Log(1 + shown.EmailClicks)));

    /// <summary>Adds <c>lead.converted</c> some days after the demo request, or a late visit where there was none.</summary>
    /// <returns>Whether the person has converted by now; who will only later has not.</returns>
    public static bool Happens(Person person, Shown shown, Timeline timeline, Dice dice)
    {
        if (person.UserId is null || shown.Visits.Count == 0 || !dice.Chance(Probability(person.Intent, shown))) return false;
        var from = shown.LastDemoRequest ?? shown.Visits[^(1 + dice.Below((shown.Visits.Count + 1) / 2))];
        var at = from.AddMinutes(Math.Round(dice.LogNormal(4, 0.5) * 24 * 60));
        var value = 100 * (int)Math.Round(dice.LogNormal(90, 0.6));
        return timeline.Add(CustomerFacts.Converted(person, value, at));
    }
}

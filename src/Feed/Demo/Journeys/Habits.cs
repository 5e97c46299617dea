using PersonalizationEngine.Feed.Demo.Chance;
using PersonalizationEngine.Feed.Demo.Words;

namespace PersonalizationEngine.Feed.Demo.Journeys;

/// <summary>
/// How a latent intent to buy (0 to 1) shows in behaviour. The figures are set so that the lead scores of the default month
/// spread over all four segments; nobody in the engine sees the intent itself.
/// </summary>
internal static class Habits
{
    /// <summary>Most people are far from buying, a few are close: normal in logits.</summary>
    public static double DrawIntent(TribeWords tribe, Dice dice) =>
        Distributions.Probability(-1.4 + tribe.Intent + (1.5 * dice.Normal()));

    /// <summary>About 0.6 on average.</summary>
    public static double ChanceOfBeingIdentified(double intent) => 0.46 + (0.5 * intent);

    /// <summary>Mean number of visits in a month of the default liveliness.</summary>
    public static double Visits(double intent) => 1.7 + (14.5 * intent * intent);

    /// <summary>Mean number of pages after the first.</summary>
    public static double FurtherPages(double intent) => 4.6 + (4 * intent);

    public static double ChanceOfBounce(double intent) => 0.2 - (0.15 * intent);

    /// <summary>Median seconds on a page.</summary>
    public static double SecondsOnPage(double intent) => 30 + (25 * intent);

    /// <summary>Chance that the next page is the prices.</summary>
    public static double ChanceOfPricing(double intent) => 0.008 + (0.05 * intent * intent);

    /// <summary>Chance that the next page is the one to ask for a demo.</summary>
    public static double ChanceOfDemoPage(double intent) => 0.002 + (0.028 * intent * intent);

    /// <summary>Chance of asking once on that page.</summary>
    public static double ChanceOfAsking(double intent) => 0.25 + (0.5 * intent);

    public static double ChanceOfForm(double intent) => 0.017 + (0.085 * intent);

    public static double ChanceOfOpening(double intent) => 0.22 + (0.5 * intent);

    public static double ChanceOfClicking(double intent) => 0.08 + (0.35 * intent);
}

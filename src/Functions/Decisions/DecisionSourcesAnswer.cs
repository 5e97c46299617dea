using PersonalizationEngine.Engine.Decisions;

namespace PersonalizationEngine.Functions.Decisions;

/// <summary>Where its parts came from, and how old they were.</summary>
/// <param name="Profile"><c>live</c>, <c>stale</c> or <c>none</c>.</param>
/// <param name="ProfileAgeSeconds">From reading the person to the decision.</param>
/// <param name="ScoreAgeSeconds">From the score to the decision.</param>
/// <param name="Recommendations">The recommender, or <c>none</c>.</param>
/// <param name="Degraded">Whether anything could not be had fresh.</param>
internal sealed record DecisionSourcesAnswer(
    string Profile, double ProfileAgeSeconds, double ScoreAgeSeconds, string Recommendations, bool Degraded)
{
    private const int Decimals = 3;

    public static DecisionSourcesAnswer Of(KeptDecision kept)
    {
        var at = kept.Receipt.Request.Now;
        return new DecisionSourcesAnswer(
            kept.Sources.Profile, Age(at, kept.Sources.ProfileReadAt), Age(at, kept.Receipt.Person.Score.CalculatedAt),
            kept.Sources.Recommendations, kept.Sources.IsDegraded);
    }

    private static double Age(DateTimeOffset at, DateTimeOffset made) => Math.Round(Math.Max(0, (at - made).TotalSeconds), Decimals);
}

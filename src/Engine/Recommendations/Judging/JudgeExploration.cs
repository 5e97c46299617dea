using PersonalizationEngine.Core.Recommendations;
using PersonalizationEngine.Core.Recommendations.Evaluation.Logged;
using PersonalizationEngine.Core.Statistics;
using PersonalizationEngine.Engine.Feedback;
using PersonalizationEngine.Engine.Ports;

namespace PersonalizationEngine.Engine.Recommendations.Judging;

/// <summary>
/// What the exploration places would have brought had something other than Thompson sampling chosen, judged by what it chose
/// and with which chances.
/// </summary>
public sealed class JudgeExploration(IFeedbackStore store, TimeProvider time)
{
    /// <summary>More are not read: the latest say it as well.</summary>
    public const int MostImpressions = 200_000;

    /// <summary>With fewer of any, a policy's estimate is withheld.</summary>
    public const int FewestPeople = 30, FewestEffective = 30, FewestClicks = 5;

    /// <param name="window">How far back, 1 hour to 400 days.</param>
    public async Task<ExplorationReport> RunAsync(TimeSpan window, CancellationToken cancellationToken)
    {
        var until = time.GetUtcNow();
        var shown = await store.ReadExploredAsync(until - window, MostImpressions, cancellationToken);
        var rate = ClusteredRate.Of(shown
            .GroupBy(one => one.PersonId, StringComparer.Ordinal)
            .Select(person => ((long)person.Count(), (long)person.Count(one => one.IsClicked))));
        return new ExplorationReport(
            until - window, until, rate, InversePropensity.UsualCap,
            [.. LoggedPolicies.All.Select(policy => Judge(policy.Name, policy.TargetOf, shown))]);
    }

    private static PolicyReport Judge(string name, Func<ExplorationChoice, double> targetOf, IReadOnlyList<ExploredImpression> shown)
    {
        if (shown.Count == 0) return new PolicyReport(name, null, "No exploration place was reported as shown.");
        var value = InversePropensity.Estimate([.. shown.Select(one =>
            new LoggedReward(one.PersonId, one.Choice.Propensity, targetOf(one.Choice), one.IsClicked ? 1 : 0))]);
        return new PolicyReport(name, value, ReasonAgainst(value));
    }

    private static string? ReasonAgainst(PolicyValue value)
    {
        if (value.MatchedClusters < FewestPeople)
            return $"It would have shown the same to {value.MatchedClusters} people; {FewestPeople} are needed.";
        if (value.RewardedMatches < FewestClicks)
            return $"{value.RewardedMatches} of what it would have shown alike were clicked; {FewestClicks} are needed.";
        return value.EffectiveSampleSize < FewestEffective
            ? $"What it would have shown alike is worth {(int)value.EffectiveSampleSize} choices of its own; {FewestEffective} are needed."
            : null;
    }
}

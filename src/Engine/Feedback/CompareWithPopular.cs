using System.Globalization;
using PersonalizationEngine.Core.Recommendations;
using PersonalizationEngine.Core.Statistics;
using PersonalizationEngine.Engine.Ports;

namespace PersonalizationEngine.Engine.Feedback;

/// <summary>
/// Holds what was clicked on personal lists against what the <see cref="ComparisonGroup"/> clicked on the popular one. People are what
/// was drawn by lot, so people are what errors are reckoned by, however often each was shown something.
/// </summary>
public sealed class CompareWithPopular(IFeedbackStore store, ComparisonGroup group, TimeProvider time)
{
    /// <summary>With fewer of either in a group, the normal approximation of the lift says nothing.</summary>
    public const int FewestPeople = 20, FewestClicks = 5;

    /// <param name="window">How far back, 1 hour to 400 days.</param>
    public async Task<ComparisonReport> RunAsync(TimeSpan window, CancellationToken cancellationToken)
    {
        var counts = await store.CountComparedAsync(time.GetUtcNow() - window, cancellationToken);
        return Judge(Of(ComparedAs.Personal), Of(ComparedAs.Comparison));

        ClusteredRate Of(ComparedAs compared) => counts.FirstOrDefault(count => count.Group == compared)?.Rate ?? ClusteredRate.None;
    }

    private ComparisonReport Judge(ClusteredRate personal, ClusteredRate comparison)
    {
        var people = personal.Clusters + comparison.Clusters;
        var ratio = group.IsOn ? SampleRatio.Probability(comparison.Clusters, personal.Clusters, group.Share) : (double?)null;
        var lift = IsEnough(personal) && IsEnough(comparison)
            ? RelativeLift.Between(comparison.Rate!.Value, comparison.Variance, personal.Rate!.Value, personal.Variance)
            : (RelativeLift?)null;
        var note = NoteOn(ratio, lift);
        var verdict = note is null && lift is { } known ? VerdictOn(known) : ComparisonVerdict.NotProvenYet;
        return new ComparisonReport(
            group.Share,
            people == 0 ? null : (double)comparison.Clusters / people,
            ratio,
            personal,
            comparison,
            lift,
            verdict,
            note is null && verdict == ComparisonVerdict.NotProvenYet && lift is { } open ? Missing(open, personal.Trials + comparison.Trials) : null,
            note);
    }

    private static bool IsEnough(ClusteredRate rate) =>
        rate.Clusters >= FewestPeople && rate.Successes >= FewestClicks && rate.Trials - rate.Successes >= FewestClicks;

    private static ComparisonVerdict VerdictOn(RelativeLift lift) =>
        lift.Low > 0 ? ComparisonVerdict.Better : lift.High < 0 ? ComparisonVerdict.Worse : ComparisonVerdict.NotProvenYet;

    private string? NoteOn(double? ratio, RelativeLift? lift)
    {
        if (!group.IsOn) return "Nothing is compared: recommendations.comparison_share is 0.";
        if (ratio < SampleRatio.Suspicious)
        {
            return string.Create(
                CultureInfo.InvariantCulture,
                $"The groups are not of the sizes that a share of {group.Share} makes: it was another one within these hours, or one group's impressions are not all reported.");
        }

        return lift is null ? $"Each group needs {FewestPeople} people and {FewestClicks} clicks first." : null;
    }

    /// <returns>Null when there is no difference, which no number of exposures proves.</returns>
    private static long? Missing(RelativeLift lift, long exposures)
    {
        const double Unreachable = 1e15;
        var missing = Math.Ceiling(exposures * (lift.TrialsForPower - 1));
        return missing < Unreachable ? (long)missing : null;
    }
}

using System.Globalization;
using PersonalizationEngine.Core.Statistics;
using PersonalizationEngine.Engine.Personalization.Playbooks;
using PersonalizationEngine.Engine.Ports;

namespace PersonalizationEngine.Engine.Administration.Holdouts;

/// <summary>
/// Holds those who got a rule against those who would have and were held out, by how many of each converted afterwards. Both
/// groups matched the rule and it would have won for both, so that nothing but the rule itself tells them apart.
/// </summary>
public sealed class MeasureRule(RuleDesk desk, IRuleExposures exposures, HoldoutDefault fallback, TimeProvider time)
{
    /// <summary>With fewer of either in a group, the normal approximation of the lift says nothing.</summary>
    public const int FewestPeople = 20, FewestConverted = 5;

    /// <param name="window">People first reached within it, up to now.</param>
    /// <param name="goal">Of the conversions; null for any.</param>
    /// <returns>Null when there is no such rule.</returns>
    public async Task<RuleResults?> RunAsync(long id, TimeSpan window, string? goal, CancellationToken cancellationToken)
    {
        if (await desk.FindAsync(id, cancellationToken) is not { } stored) return null;
        var share = stored.Value.Holdout ?? fallback.Share;
        var since = time.GetUtcNow() - window;
        var groups = await exposures.CountAsync(id, since, goal, cancellationToken);
        var (treated, held) = (groups.Treated, groups.HeldOut);

        var ratio = share > 0 ? SampleRatio.Probability(held.People, treated.People, share) : (double?)null;
        var lift = IsEnough(treated) && IsEnough(held)
            ? RelativeLift.Between(held.Rate!.Value, held.Variance, treated.Rate!.Value, treated.Variance)
            : (RelativeLift?)null;
        var note = NoteOn(share, ratio, lift);
        var verdict = note is null && lift is { } known ? known.Low > 0 ? "better" : known.High < 0 ? "worse" : "not_proven_yet" : "not_proven_yet";
        var missing = note is null && verdict == "not_proven_yet" && lift is { } open ? Missing(open, treated.People + held.People) : null;
        return new RuleResults(stored.Value with { Id = id }, share, since, groups, ratio, lift, verdict, missing, note);
    }

    private static bool IsEnough(RuleGroup group) =>
        group.People >= FewestPeople && group.Converted >= FewestConverted && group.People - group.Converted >= FewestConverted;

    private static string? NoteOn(double share, double? ratio, RelativeLift? lift)
    {
        if (share == 0) return "Nobody is held out of this rule: its holdout is 0.";
        if (ratio < SampleRatio.Suspicious)
        {
            return string.Create(
                CultureInfo.InvariantCulture,
                $"The groups are not of the sizes that a holdout of {share} makes: it was another one for some of the time.");
        }

        return lift is null
            ? $"It is too early to tell: each group needs {FewestPeople} people first, {FewestConverted} who converted and {FewestConverted} who did not."
            : null;
    }

    /// <returns>Null when there is no difference, which no number of people proves.</returns>
    private static long? Missing(RelativeLift lift, long people)
    {
        const double Unreachable = 1e15;
        var missing = Math.Ceiling(people * (lift.TrialsForPower - 1));
        return missing < Unreachable ? (long)missing : null;
    }
}

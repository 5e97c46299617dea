namespace PersonalizationEngine.Core.Recommendations.Evaluation.Logged;

/// <summary>
/// Judges a policy by choices that chance made: each counts by how much likelier the policy would have made it,
/// <c>w = target/propensity</c> (Horvitz and Thompson 1952; self-normalised: Swaminathan and Joachims 2015). Right on average for
/// as long as chance left no choice of the policy's out and no weight is cut.
/// </summary>
public static class InversePropensity
{
    /// <summary>Beyond it one lucky click would say more than a hundred others.</summary>
    public const double UsualCap = 50;

    /// <param name="rows">Anything but none.</param>
    /// <param name="cap">Weights above it count as it.</param>
    public static PolicyValue Estimate(IReadOnlyList<LoggedReward> rows, double cap = UsualCap)
    {
        double weights = 0, squares = 0, rewards = 0;
        int matched = 0, rewarded = 0, clipped = 0;
        HashSet<string> people = new(StringComparer.Ordinal);
        foreach (var row in rows)
        {
            var weight = Weight(row, cap);
            weights += weight;
            squares += weight * weight;
            rewards += weight * row.Reward;
            if (row.Target / row.Propensity > cap) clipped++;
            if (row.Target <= 0) continue;
            matched++;
            if (row.Reward > 0) rewarded++;
            people.Add(row.Cluster);
        }

        var (ips, snips) = (rewards / rows.Count, weights > 0 ? rewards / weights : 0);
        return new PolicyValue(
            rows.Count, matched, rewarded, people.Count, clipped, squares > 0 ? weights * weights / squares : 0,
            new LoggedEstimate(ips, Error(rows, row => (Weight(row, cap) * row.Reward) - ips, rows.Count)),
            new LoggedEstimate(snips, weights > 0 ? Error(rows, row => Weight(row, cap) * (row.Reward - snips), weights) : 0));
    }

    private static double Weight(in LoggedReward row, double cap) => Math.Min(cap, row.Target / row.Propensity);

    /// <summary>The square root of <c>C/(C-1) Σ (Σ residuals of a person)² / divisor²</c>.</summary>
    private static double Error(IReadOnlyList<LoggedReward> rows, Func<LoggedReward, double> residual, double divisor)
    {
        Dictionary<string, double> sums = new(StringComparer.Ordinal);
        foreach (var row in rows) sums[row.Cluster] = sums.GetValueOrDefault(row.Cluster) + residual(row);
        if (sums.Count < 2) return double.PositiveInfinity;
        return Math.Sqrt((double)sums.Count / (sums.Count - 1) * sums.Values.Sum(sum => sum * sum)) / divisor;
    }
}

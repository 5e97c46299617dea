namespace PersonalizationEngine.Core.Statistics;

/// <summary>
/// The probability with which Thompson sampling over Beta(1 + clicks, 1 + impressions without a click) picks each arm: that its
/// rate is the highest (Chapelle and Li 2011). Worked out instead of sampled, so that the chance of what is shown is known to
/// whoever weighs the outcome by it. Numerical integration on 64 points that lie denser towards 0, where click rates are; what
/// comes out always sums to 1.
/// </summary>
public static class ThompsonChances
{
    private const int Points = 64;

    private static readonly double[] LogRates = [.. Enumerable.Range(0, Points).Select(point => Math.Log(Rate(point)))];
    private static readonly double[] LogMisses = [.. Enumerable.Range(0, Points).Select(point => Math.Log(1 - Rate(point)))];
    private static readonly double[] LogWidths = [.. Enumerable.Range(0, Points).Select(point => Math.Log(point + 0.5))];

    /// <summary>The room that so many arms need.</summary>
    public static int RoomFor(int arms) => arms * Points;

    /// <param name="arms">Each with 0 or more impressions; clicks beyond impressions count as many impressions.</param>
    /// <param name="evenly">The share, 0 to 1, that all arms have alike: each has a chance of at least this / arms.</param>
    /// <param name="chances">One for each arm.</param>
    /// <param name="room">At least <see cref="RoomFor"/>; overwritten.</param>
    public static void Write(
        ReadOnlySpan<(int Impressions, int Clicks)> arms, double evenly, Span<double> chances, Span<double> room)
    {
        Span<double> highest = stackalloc double[Points];
        highest.Clear();
        for (var arm = 0; arm < arms.Length; arm++) WriteMasses(arms[arm], room.Slice(arm * Points, Points));
        for (var arm = 0; arm < arms.Length; arm++) AddLogOfBelow(room.Slice(arm * Points, Points), highest);

        var sum = 0.0;
        for (var arm = 0; arm < arms.Length; arm++)
        {
            chances[arm] = ChanceOf(room.Slice(arm * Points, Points), highest);
            sum += chances[arm];
        }

        for (var arm = 0; arm < arms.Length; arm++)
            chances[arm] = (evenly / arms.Length) + ((1 - evenly) * (sum > 0 ? chances[arm] / sum : 1.0 / arms.Length));
    }

    /// <summary>The square of a regular grid's midpoints.</summary>
    private static double Rate(int point) => Math.Pow((point + 0.5) / Points, 2);

    private static void WriteMasses((int Impressions, int Clicks) arm, Span<double> masses)
    {
        var (clicks, misses) = (arm.Clicks, Math.Max(0, arm.Impressions - arm.Clicks));
        var most = double.NegativeInfinity;
        for (var point = 0; point < Points; point++)
        {
            masses[point] = (clicks * LogRates[point]) + (misses * LogMisses[point]) + LogWidths[point];
            most = Math.Max(most, masses[point]);
        }

        var sum = 0.0;
        for (var point = 0; point < Points; point++) sum += masses[point] = Math.Exp(masses[point] - most);
        for (var point = 0; point < Points; point++) masses[point] /= sum;
    }

    private static void AddLogOfBelow(ReadOnlySpan<double> masses, Span<double> highest)
    {
        var below = 0.0;
        for (var point = 0; point < Points; point++)
        {
            highest[point] += Math.Log(Below(below, masses[point]));
            below += masses[point];
        }
    }

    private static double ChanceOf(ReadOnlySpan<double> masses, ReadOnlySpan<double> highest)
    {
        var (below, chance) = (0.0, 0.0);
        for (var point = 0; point < Points; point++)
        {
            chance += masses[point] * Math.Exp(highest[point] - Math.Log(Below(below, masses[point])));
            below += masses[point];
        }

        return chance;
    }

    /// <summary>The probability of a rate below the point, with half of the mass at the point; never 0, which has no logarithm.</summary>
    private static double Below(double below, double mass) => Math.Max(1e-300, below + (mass / 2));
}

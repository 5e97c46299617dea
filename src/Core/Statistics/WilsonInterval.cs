namespace PersonalizationEngine.Core.Statistics;

/// <summary>
/// The 95 % score interval of a rate (E. B. Wilson, 1927): <c>(p + z²/2n ± z √(p(1-p)/n + z²/4n²)) / (1 + z²/n)</c>. Unlike
/// the usual ± it is right for few trials and for rates near 0 and 1.
/// </summary>
/// <param name="Low">0 to 1.</param>
/// <param name="High">0 to 1.</param>
public readonly record struct WilsonInterval(double Low, double High)
{
    /// <param name="successes">0 to <paramref name="trials"/>.</param>
    /// <returns>The whole range 0 to 1 when there were no trials.</returns>
    public static WilsonInterval Of(long successes, long trials)
    {
        if (trials <= 0) return new WilsonInterval(0, 1);
        return OfRate(Math.Clamp(successes, 0, trials) / (double)trials, trials);
    }

    /// <param name="rate">0 to 1.</param>
    /// <param name="trials">How many independent trials it is worth, above 0; they need not be a whole number.</param>
    public static WilsonInterval OfRate(double rate, double trials)
    {
        const double Z = StandardNormal.Z95;
        double n = trials, p = rate, z2 = Z * Z;
        var centre = p + (z2 / (2 * n));
        var margin = Z * Math.Sqrt((p * (1 - p) / n) + (z2 / (4 * n * n)));
        var scale = 1 + (z2 / n);
        return new WilsonInterval(Math.Max(0, (centre - margin) / scale), Math.Min(1, (centre + margin) / scale));
    }
}

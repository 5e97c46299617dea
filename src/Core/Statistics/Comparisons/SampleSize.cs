namespace PersonalizationEngine.Core.Statistics.Comparisons;

/// <summary>How many people each group needs for an effect to be found.</summary>
/// <param name="Alpha">How often a two-sided test may find what is not there.</param>
/// <param name="Power">How often it shall find what is there.</param>
public readonly record struct SampleSize(double Alpha, double Power)
{
    private double Z => StandardNormal.Quantile(1 - (Alpha / 2));

    private double ZOfPower => StandardNormal.Quantile(Power);

    /// <summary>
    /// To tell one rate from another: <c>((z_{1-α/2} √(2p̄q̄) + z_{power} √(p1 q1 + p2 q2)) / (p1 - p2))²</c>, rounded up.
    /// </summary>
    /// <returns>Infinite where they are equal.</returns>
    public double ForRates(double first, double second)
    {
        var mean = (first + second) / 2;
        var both = (Z * Math.Sqrt(2 * mean * (1 - mean))) + (ZOfPower * Math.Sqrt((first * (1 - first)) + (second * (1 - second))));
        return Math.Ceiling(Math.Pow(both / (first - second), 2));
    }

    /// <summary>To find a difference between two means of values with one variance: <c>2 v ((z_{1-α/2} + z_{power}) / d)²</c>, rounded up.</summary>
    public double ForMeans(double variance, double difference) =>
        Math.Ceiling(2 * variance * Math.Pow((Z + ZOfPower) / difference, 2));

    /// <summary>
    /// What it takes to find with <see cref="SequentialTest"/>, by an end that is looked forward to, what one look would find with so
    /// many: the drift grows with the root of the people, and must reach the bound of the sequential test and as far again as the power asks.
    /// </summary>
    /// <param name="once">People of each group that one look takes.</param>
    /// <returns>People of each group, rounded up.</returns>
    public double ForManyLooks(double once, double tightestAt = SequentialTest.DefaultTightestAt)
    {
        if (!double.IsFinite(once)) return once;
        var test = new SequentialTest(Alpha, tightestAt);
        var (low, high, drift, beyond) = (once, once, Z + ZOfPower, ZOfPower);
        while (!IsEnough(high)) (low, high) = (high, high * 2);
        // Beyond 2^53 people two numbers beside one another are further apart than one.
        while (high - low > Math.Max(1, high * 1e-12))
        {
            var middle = (low + high) / 2;
            if (IsEnough(middle)) high = middle;
            else low = middle;
        }

        return Math.Ceiling(high);

        bool IsEnough(double people) => drift * Math.Sqrt(people / once) >= test.Bound(2 * people) + beyond;
    }
}

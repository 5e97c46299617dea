namespace PersonalizationEngine.Feed.Demo.Chance;

/// <summary>Draws from other distributions than the uniform one.</summary>
internal static class Distributions
{
    /// <summary>Standard normal (Box and Muller 1958).</summary>
    public static double Normal(this Dice dice) =>
        Math.Sqrt(-2 * Math.Log(1 - dice.Unit())) * Math.Cos(2 * Math.PI * dice.Unit());

    /// <param name="median">In the unit of the result.</param>
    /// <param name="sigma">Standard deviation of the logarithm.</param>
    public static double LogNormal(this Dice dice, double median, double sigma) => median * Math.Exp(sigma * dice.Normal());

    public static double Exponential(this Dice dice, double mean) => -mean * Math.Log(1 - dice.Unit());

    /// <summary>Poisson by multiplied uniforms (Knuth, "Seminumerical Algorithms"); the mean must stay below 500.</summary>
    public static int Poisson(this Dice dice, double mean)
    {
        var (limit, product, count) = (Math.Exp(-mean), dice.Unit(), 0);
        while (product > limit)
        {
            product *= dice.Unit();
            count++;
        }

        return count;
    }

    /// <summary>The index of one weight, drawn in proportion to it; all weights 0 gives the last.</summary>
    public static int Weighted(this Dice dice, ReadOnlySpan<double> weights)
    {
        var sum = 0.0;
        foreach (var weight in weights) sum += weight;
        var left = dice.Unit() * sum;
        for (var index = 0; index < weights.Length - 1; index++)
        {
            left -= weights[index];
            if (left < 0) return index;
        }

        return weights.Length - 1;
    }

    public static T Weighted<T>(this Dice dice, IReadOnlyList<T> choices, Func<T, double> weight) =>
        choices[dice.Weighted(choices.Select(weight).ToArray())];

    /// <summary>The logistic function: logits to a probability.</summary>
    public static double Probability(double logits) => 1 / (1 + Math.Exp(-logits));
}

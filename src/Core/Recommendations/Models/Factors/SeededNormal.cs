using PersonalizationEngine.Core.Hashing;

namespace PersonalizationEngine.Core.Recommendations.Models.Factors;

/// <summary>Normally distributed numbers, the same for the same seed on every machine: the polar form of Box and Muller.</summary>
internal sealed class SeededNormal(long seed)
{
    private readonly SplitMix64 _chance = new(seed);

    /// <summary>Of mean 0 and standard deviation 1.</summary>
    public double Next()
    {
        while (true)
        {
            var (x, y) = (Uniform(), Uniform());
            var square = (x * x) + (y * y);
            if (square is > 0 and < 1) return x * Math.Sqrt(-2 * Math.Log(square) / square);
        }
    }

    /// <summary>From -1 to 1.</summary>
    private double Uniform() => ((_chance.Next() >> 11) / (double)(1L << 52)) - 1;
}

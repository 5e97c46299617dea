namespace PersonalizationEngine.Core.Recommendations.Models.Factors;

/// <summary>
/// Normally distributed numbers, the same for the same seed on every machine: SplitMix64 (Steele, Lea, Flood, 2014) and the
/// polar form of Box and Muller.
/// </summary>
internal sealed class SeededNormal(long seed)
{
    private ulong _state = unchecked((ulong)seed);

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
    private double Uniform()
    {
        unchecked
        {
            var mixed = _state += 0x9E3779B97F4A7C15;
            mixed = (mixed ^ (mixed >> 30)) * 0xBF58476D1CE4E5B9;
            mixed = (mixed ^ (mixed >> 27)) * 0x94D049BB133111EB;
            mixed ^= mixed >> 31;
            return ((mixed >> 11) / (double)(1L << 52)) - 1;
        }
    }
}

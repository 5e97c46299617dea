namespace PersonalizationEngine.Core.Tests.Statistics.Comparisons;

/// <summary>Numbers of given distributions, the same in every run.</summary>
internal sealed class Draws(int seed)
{
    private readonly Random _numbers = new(seed);

    public double Uniform() => _numbers.NextDouble();

    public double Normal() => Math.Sqrt(-2 * Math.Log(1 - Uniform())) * Math.Cos(2 * Math.PI * Uniform());
}

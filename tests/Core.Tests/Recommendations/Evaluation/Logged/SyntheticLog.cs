namespace PersonalizationEngine.Core.Tests.Recommendations.Evaluation.Logged;

/// <summary>Choices among three arms with known chances, in two situations, and clicks at known rates.</summary>
internal sealed class SyntheticLog(int seed)
{
    public const int Arms = 3;

    private static readonly double[][] Rates = [[0.1, 0.3, 0.2], [0.5, 0.05, 0.25]];
    private static readonly double[][] Uneven = [[0.6, 0.1, 0.3], [0.1, 0.7, 0.2]];

    private readonly Random _random = new(seed);

    /// <summary>What a policy would get in the long run.</summary>
    public static double Truth(Func<int, int, double> policy) => Enumerable.Range(0, 2)
        .Average(situation => Enumerable.Range(0, Arms).Sum(arm => policy(situation, arm) * Rates[situation][arm]));

    public IEnumerable<(int Situation, int Arm, double Propensity, double Reward)> Rows(int count, bool evenly)
    {
        for (var row = 0; row < count; row++)
        {
            var situation = _random.Next(2);
            var chances = evenly ? [1.0 / Arms, 1.0 / Arms, 1.0 / Arms] : Uneven[situation];
            var (arm, left) = (0, _random.NextDouble());
            while (arm < Arms - 1 && left >= chances[arm]) left -= chances[arm++];
            yield return (situation, arm, chances[arm], _random.NextDouble() < Rates[situation][arm] ? 1 : 0);
        }
    }
}

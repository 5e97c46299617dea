using CsCheck;
using PersonalizationEngine.Core.Statistics;

namespace PersonalizationEngine.Core.Tests.Statistics;

public sealed class ThompsonChancesTests
{
    private static readonly Gen<(int, int)> Arm = Gen.Select(Gen.Int[0, 5000], Gen.Int[0, 200], (shown, clicked) => (shown, Math.Min(shown, clicked)));

    [Fact]
    public void Write_AnyArms_SumsToOneAboveTheFloor() => Arm.Array[1, 20].Select(Gen.Double[0, 1]).Sample((arms, evenly) =>
    {
        var chances = Chances(arms, evenly);

        Assert.Equal(1, chances.Sum(), 9);
        Assert.All(chances, chance => Assert.InRange(chance, evenly / arms.Length * 0.999999, 1.000001));
    });

    [Fact]
    public void Write_ArmsAlike_HaveTheSameChance() => Assert.All(Chances([(10, 2), (10, 2), (10, 2), (10, 2)], 0), chance => Assert.Equal(0.25, chance, 9));

    /// <summary>P(Beta(a, b) above Beta(c, d)) for whole numbers, by the finite sum over the first one's successes.</summary>
    [Theory]
    [InlineData(0, 0, 10, 1)]
    [InlineData(20, 2, 20, 4)]
    [InlineData(100, 10, 100, 9)]
    public void Write_TwoArms_IsTheProbabilityThatOneIsBetter(int shown, int clicked, int otherShown, int otherClicked) => Assert.Equal(
        Better(shown, clicked, otherShown, otherClicked), Chances([(shown, clicked), (otherShown, otherClicked)], 0)[0], 0.02);

    private static double Better(int shown, int clicked, int otherShown, int otherClicked)
    {
        var (a, b, c, d) = (1.0 + otherClicked, 1.0 + otherShown - otherClicked, 1 + clicked, 1.0 + shown - clicked);
        var sum = 0.0;
        for (var successes = 0; successes < c; successes++)
            sum += Math.Exp(LogBeta(a + successes, b + d) - Math.Log(d + successes) - LogBeta(1 + successes, d) - LogBeta(a, b));
        return sum;
    }

    private static double LogBeta(double a, double b) => LogGamma(a) + LogGamma(b) - LogGamma(a + b);

    /// <summary>Of a whole number.</summary>
    private static double LogGamma(double number) => Enumerable.Range(1, (int)number - 1).Sum(factor => Math.Log(factor));

    private static double[] Chances((int, int)[] arms, double evenly)
    {
        var chances = new double[arms.Length];
        ThompsonChances.Write(arms, evenly, chances, new double[ThompsonChances.RoomFor(arms.Length)]);
        return chances;
    }
}

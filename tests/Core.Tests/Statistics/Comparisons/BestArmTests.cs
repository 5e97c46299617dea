using CsCheck;
using PersonalizationEngine.Core.Statistics;
using PersonalizationEngine.Core.Statistics.Comparisons;

namespace PersonalizationEngine.Core.Tests.Statistics.Comparisons;

public sealed class BestArmTests
{
    /// <summary>Of two, the chance is that of their difference, which has a closed form.</summary>
    [Fact]
    public void Chances_TwoArms_AreThoseOfTheirDifference() =>
        Gen.Select(Gen.Double[-3, 3], Gen.Double[0.01, 2], Gen.Double[0.01, 2]).Sample((lead, first, second) =>
        {
            var chances = BestArm.Chances([0, lead], [first, second]);
            Assert.Equal(StandardNormal.Below(lead / Math.Sqrt((first * first) + (second * second))), chances[1], 1e-6);
            Assert.Equal(1, chances.Sum(), 1e-12);
        });

    [Fact]
    public void Chances_EqualArms_AreEqual() =>
        Assert.All(BestArm.Chances([0.2, 0.2, 0.2, 0.2], [0.01, 0.01, 0.01, 0.01]), chance => Assert.Equal(0.25, chance, 1e-9));

    [Fact]
    public void WithFloor_AnyChances_NobodyGetsLessAndTheyStillSumToOne()
    {
        var shares = BestArm.WithFloor([1, 0, 0], 0.01);

        Assert.Equal(0.98, shares[0], 1e-12);
        Assert.Equal(0.01, shares[2], 1e-12);
    }

    [Fact]
    public void Uniformity_EvenAndHeapedNumbers_AreToldApart()
    {
        Assert.True(Uniformity.Probability(Enumerable.Range(0, 1000).Select(i => (i + 0.5) / 1000)) > 0.99);
        Assert.True(Uniformity.Probability(Enumerable.Range(0, 1000).Select(i => Math.Pow((i + 0.5) / 1000, 1.3))) < 1e-6);
        Assert.Equal(0.05, Uniformity.Probability(Enumerable.Range(0, 100_000).Select(i => Math.Min(1, ((i + 0.5) / 100_000) + (1.358 / Math.Sqrt(100_000))))), 2e-3);
    }
}

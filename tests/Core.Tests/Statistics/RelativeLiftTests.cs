using PersonalizationEngine.Core.Statistics;

namespace PersonalizationEngine.Core.Tests.Statistics;

public sealed class RelativeLiftTests
{
    /// <summary>Experiments of the Cookie Cats and Hillstrom data, worked out with GrowthBook's formulas.</summary>
    [Theory]
    [InlineData(20034, 44700, 20119, 45489, -0.01317566, -0.02755429, 0.00120298, 0.07249646)]
    [InlineData(8502, 44700, 8279, 45489, -0.04311903, -0.06924493, -0.01699314, 0.00121758)]
    [InlineData(122, 21306, 267, 21307, 1.18842188, 0.7215273, 1.65531645, 6.1e-7)]
    public void Between_KnownExperiments_IsWhatOthersFound(
        long clicksA, long shownA, long clicksB, long shownB, double lift, double low, double high, double probability)
    {
        var found = Between(clicksA, shownA, clicksB, shownB);

        Assert.Equal(lift, found.Value, 1e-7);
        Assert.Equal(low, found.Low, 1e-4);
        Assert.Equal(high, found.High, 1e-4);
        Assert.Equal(probability, found.Probability, Math.Max(probability * 1e-3, 2e-8));
    }

    [Fact]
    public void TrialsForPower_BarelyProven_AsksForTwiceTheTrials()
    {
        var lift = new RelativeLift(StandardNormal.Z95 * 0.1, 0.1);

        Assert.Equal(2.0426, lift.TrialsForPower, 1e-3);
        Assert.Equal(double.PositiveInfinity, new RelativeLift(0, 0.1).TrialsForPower);
    }

    private static RelativeLift Between(long clicksA, long shownA, long clicksB, long shownB)
    {
        double a = (double)clicksA / shownA, b = (double)clicksB / shownB;
        return RelativeLift.Between(a, a * (1 - a) / shownA, b, b * (1 - b) / shownB);
    }
}

using PersonalizationEngine.Core.Recommendations.Evaluation.Logged;

namespace PersonalizationEngine.Core.Tests.Recommendations.Evaluation.Logged;

public sealed class InversePropensityTests
{
    /// <summary>Weights 2, 1 and 0.</summary>
    private static readonly LoggedReward[] Three =
        [new("ann", 0.5, 1, 1), new("bob", 0.25, 0.25, 0), new("cid", 0.25, 0, 1)];

    [Fact]
    public void Estimate_ThreeChoices_IsAsWorkedOutByHand()
    {
        var value = InversePropensity.Estimate(Three);

        // w·r: 2, 0, 0. Sample variance 4/3, over three rows 4/9.
        Assert.Equal(2.0 / 3, value.Ips.Value, 1e-12);
        Assert.Equal(2.0 / 3, value.Ips.Error, 1e-12);
        // w (r - 2/3): 2/3, -2/3, 0. 3/2 · 8/9 / 9 = 4/27.
        Assert.Equal(2.0 / 3, value.Snips.Value, 1e-12);
        Assert.Equal(Math.Sqrt(4.0 / 27), value.Snips.Error, 1e-12);
        Assert.Equal(9.0 / 5, value.EffectiveSampleSize, 1e-12);
        Assert.Equal((3, 2, 1, 2, 0), (value.Rows, value.Matched, value.RewardedMatches, value.MatchedClusters, value.Clipped));
    }

    [Fact]
    public void Estimate_CapBelowAWeight_CutsItAndSaysSo()
    {
        var value = InversePropensity.Estimate(Three, cap: 1.5);

        Assert.Equal((1, 0.5), (value.Clipped, value.Ips.Value));
        Assert.Equal(0.6, value.Snips.Value, 1e-12);
    }

    [Fact]
    public void Estimate_OnePersonsChoicesAlike_CountAsOneForTheError()
    {
        var apart = InversePropensity.Estimate([.. Enumerable.Range(0, 40).Select(row => Row($"p{row}", row))]);
        var together = InversePropensity.Estimate([.. Enumerable.Range(0, 40).Select(row => Row($"p{row % 20}", row % 20))]);

        Assert.Equal(apart.Ips.Value, together.Ips.Value, 1e-12);
        Assert.Equal(Math.Sqrt(2) * apart.Ips.Error, together.Ips.Error, 0.01);

        static LoggedReward Row(string person, int row) => new(person, 0.5, 0.5, row % 4 == 0 ? 1 : 0);
    }

    [Fact]
    public void Estimate_PolicyOfTheLog_IsTheMean()
    {
        var value = InversePropensity.Estimate([.. Three.Select(row => row with { Target = row.Propensity })]);

        Assert.Equal((2.0 / 3, 2.0 / 3), (value.Ips.Value, value.Snips.Value));
        Assert.Equal(3, value.EffectiveSampleSize, 1e-12);
    }

    [Fact]
    public void Estimate_NothingMatches_IsNothing()
    {
        var value = InversePropensity.Estimate([.. Three.Select(row => row with { Target = 0 })]);

        Assert.Equal((0, 0, 0.0), (value.Matched, value.MatchedClusters, value.EffectiveSampleSize));
        Assert.Equal((0.0, 0.0), (value.Ips.Value, value.Snips.Value));
    }

    [Fact]
    public void Estimate_OnePersonAlone_HasNoError() =>
        Assert.Equal(double.PositiveInfinity, InversePropensity.Estimate([Three[0]]).Ips.Error);
}

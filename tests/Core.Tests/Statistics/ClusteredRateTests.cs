using CsCheck;
using PersonalizationEngine.Core.Statistics;

namespace PersonalizationEngine.Core.Tests.Statistics;

public sealed class ClusteredRateTests
{
    [Fact]
    public void Variance_ByHand_IsThatOfARatio()
    {
        // Rate 4/10; residuals s - 0.4 n: 3 - 2 = 1, 1 - 2 = -1. 2/1 * (1 + 1) / 100.
        var rate = ClusteredRate.Of([(5, 3), (5, 1)]);

        Assert.Equal((0.4, 0.04), (rate.Rate!.Value, Math.Round(rate.Variance, 12)));
    }

    [Fact]
    public void Variance_OneTrialEach_IsThatOfIndependentTrials() => Gen.Int[2, 500].SelectMany(n => Gen.Select(Gen.Const(n), Gen.Int[0, n])).Sample((n, s) =>
    {
        var rate = ClusteredRate.Of(Enumerable.Range(0, n).Select(trial => (1L, trial < s ? 1L : 0L)));
        var p = (double)s / n;
        return Math.Abs(rate.Variance - (p * (1 - p) / (n - 1))) < 1e-12;
    });

    [Fact]
    public void Interval_WholePeopleClickOrDont_IsAsWideAsOneTrialEach()
    {
        var clustered = ClusteredRate.Of(Enumerable.Range(0, 40).Select(person => (25L, person < 10 ? 25L : 0L))).Interval;
        var single = WilsonInterval.Of(10, 40);

        Assert.Equal(single.Low, clustered.Low, 0.005);
        Assert.Equal(single.High, clustered.High, 0.005);
    }

    [Fact]
    public void Interval_NoTrials_IsTheWholeRange()
    {
        Assert.Null(ClusteredRate.None.Rate);
        Assert.Equal(new WilsonInterval(0, 1), ClusteredRate.None.Interval);
    }

    [Fact]
    public void Interval_NoSuccess_IsWilsons() => Assert.Equal(WilsonInterval.Of(0, 12), ClusteredRate.Of([(5, 0), (7, 0)]).Interval);

    [Fact]
    public void Interval_OneTrialEach_IsWilsons() =>
        Assert.Equal(WilsonInterval.Of(16, 20), ClusteredRate.Of(Enumerable.Range(0, 20).Select(i => (1L, i < 16 ? 1L : 0))).Interval);
}

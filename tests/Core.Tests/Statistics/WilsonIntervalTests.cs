using CsCheck;
using PersonalizationEngine.Core.Statistics;

namespace PersonalizationEngine.Core.Tests.Statistics;

public sealed class WilsonIntervalTests
{
    /// <summary>Worked by hand from the formula with z = 1.959964.</summary>
    [Theory]
    [InlineData(0, 10, 0, 0.277533)]
    [InlineData(10, 10, 0.722467, 1)]
    [InlineData(5, 10, 0.236593, 0.763407)]
    [InlineData(50, 1000, 0.038130, 0.065314)]
    public void Of_KnownCounts_IsTheScoreInterval(long successes, long trials, double low, double high)
    {
        var interval = WilsonInterval.Of(successes, trials);

        Assert.Equal(low, interval.Low, 5);
        Assert.Equal(high, interval.High, 5);
    }

    [Fact]
    public void Of_NoTrials_SaysNothing() => Assert.Equal(new WilsonInterval(0, 1), WilsonInterval.Of(0, 0));

    [Fact]
    public void Of_AnyCounts_HoldsTheRateInsideTheUnit() => Gen.Select(Gen.Long[0, 100_000], Gen.Long[1, 100_000]).Sample((some, trials) =>
    {
        var successes = some % (trials + 1);
        var (low, high) = WilsonInterval.Of(successes, trials);
        var rate = (double)successes / trials;
        return low >= 0 && low <= rate + 1e-12 && rate <= high + 1e-12 && high <= 1;
    });
}

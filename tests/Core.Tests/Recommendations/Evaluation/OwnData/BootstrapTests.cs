using CsCheck;
using PersonalizationEngine.Core.Recommendations.Evaluation.OwnData;

namespace PersonalizationEngine.Core.Tests.Recommendations.Evaluation.OwnData;

public sealed class BootstrapTests
{
    /// <summary>The standard error of a share of one half among 400 people is 0.025, so the interval is 0.5 -+ 0.049.</summary>
    [Fact]
    public void Estimate_OfAShareOfOneHalf_IsTheKnownInterval()
    {
        var estimate = Bootstrap.Estimate([[.. Enumerable.Range(0, 400).Select(person => person % 2 == 0 ? 1.0 : 0)]]).Single()!.Value;

        Assert.Equal(0.5, estimate.Value);
        Assert.InRange(estimate.Low!.Value, 0.44, 0.46);
        Assert.InRange(estimate.High!.Value, 0.54, 0.56);
    }

    [Fact]
    public void Estimate_AnyValues_IsTheSameEachTimeAndWithinThem() => Gen.Double[0, 1].Array[10, 40].Sample(
        values =>
        {
            var (once, again) = (Bootstrap.Estimate([values]).Single()!.Value, Bootstrap.Estimate([values]).Single()!.Value);

            Assert.Equal(once, again);
            Assert.InRange(once.Low!.Value, values.Min(), once.High!.Value);
            Assert.InRange(once.High!.Value, once.Low!.Value, values.Max());
        },
        iter: 50);

    [Fact]
    public void Estimate_OfMissingValues_LeavesThemOut()
    {
        double[] half = [.. Enumerable.Range(0, 40).Select(person => person % 2 == 0 ? 0.25 : double.NaN)];
        double[] none = [.. Enumerable.Repeat(double.NaN, 40)];

        var estimates = Bootstrap.Estimate([half, none]);

        Assert.Equal([new Estimate(0.25, 0.25, 0.25), null], estimates);
    }

    [Fact]
    public void Estimate_OfFewPeople_HasNoInterval() =>
        Assert.Equal([new Estimate(0.5, null, null)], Bootstrap.Estimate([[0, 1, 0, 1, 0, 1, 0.5, 0.5, 0.5]]));
}

using CsCheck;
using PersonalizationEngine.Dashboard.Charts;

namespace PersonalizationEngine.Browser.Tests.Charts;

/// <summary>Axes hold what is drawn on them, and do not flatter it.</summary>
public sealed class ScaleTests
{
    private static readonly Gen<double[]> Values = Gen.Double[-1e6, 1e6].Array[1, 20];

    [Fact]
    public void Of_AnyValues_HoldsThemAndZero() => Values.Sample(values =>
    {
        var scale = Scale.Of(values);
        Assert.All(values.Append(0), value => Assert.InRange(scale.Share(value), 0, 1));
    });

    [Fact]
    public void Ticks_OfAnyValues_AreFewRoundAndEndWithTheAxis() => Values.Sample(values =>
    {
        var scale = Scale.Of(values, fromZero: false);
        var ticks = scale.Ticks.ToList();
        Assert.InRange(ticks.Count, 2, 8);
        Assert.Equal(scale.Low, ticks[0], 6);
        Assert.Equal(scale.High, ticks[^1], Math.Abs(scale.High) * 1e-9 + 1e-9);
    });

    [Theory]
    [InlineData(new double[0], 0, 1)]
    [InlineData(new[] { double.NaN, double.PositiveInfinity }, 0, 1)]
    [InlineData(new[] { 5.0 }, 0, 6)]
    [InlineData(new[] { 0.0 }, 0, 1)]
    [InlineData(new[] { -3.0, 97.0 }, -50, 100)]
    public void Of_TheseValues_GoesFromTo(double[] values, double low, double high)
    {
        var scale = Scale.Of(values);
        Assert.Equal((low, high), (scale.Low, scale.High));
    }
}

using PersonalizationEngine.Core.Statistics;
using PersonalizationEngine.Core.Statistics.Distributions;

namespace PersonalizationEngine.Core.Tests.Statistics.Distributions;

/// <summary>Against printed tables, closed forms, and each against its inverse.</summary>
public sealed class DistributionTests
{
    [Theory]
    [InlineData(0.5, 0)]
    [InlineData(0.975, StandardNormal.Z95)]
    [InlineData(0.8, StandardNormal.Z80)]
    [InlineData(0.0005, -3.290526731491895)]
    [InlineData(1e-9, -5.997807015007687)]
    public void NormalQuantile_KnownProbability_IsKnown(double probability, double z)
    {
        Assert.Equal(z, StandardNormal.Quantile(probability), 1e-9);
        Assert.Equal(probability, StandardNormal.Below(z), 1e-9 * Math.Max(probability, 1e-3));
    }

    [Theory]
    [InlineData(12.706204736174705, 1)]
    [InlineData(4.302652729749464, 2)]
    [InlineData(2.2281388519862744, 10)]
    [InlineData(1.9839715185235518, 100)]
    [InlineData(1.9623390808264078, 1000)]
    [InlineData(1.9599639845, 1e9)]
    public void StudentT_TableOfFivePercent_IsMet(double t, double freedom)
    {
        Assert.Equal(t, StudentT.Critical(0.05, freedom), 1e-8);
        Assert.Equal(0.05, StudentT.TwoSided(t, freedom), 1e-9);
        Assert.Equal(0.05, StudentT.TwoSided(-t, freedom), 1e-9);
    }

    [Theory]
    [InlineData(0.3)]
    [InlineData(1)]
    [InlineData(40)]
    public void StudentT_OneAndTwoDegrees_AreTheClosedForms(double t)
    {
        Assert.Equal(1 - (2 / Math.PI * Math.Atan(t)), StudentT.TwoSided(t, 1), 1e-13);
        Assert.Equal(1 - (t / Math.Sqrt(2 + (t * t))), StudentT.TwoSided(t, 2), 1e-13);
    }

    [Theory]
    [InlineData(3.841458820694124, 1)]
    [InlineData(5.991464547107979, 2)]
    [InlineData(11.070497693516351, 5)]
    [InlineData(123.22522145336175, 99)]
    public void ChiSquared_TableOfFivePercent_IsMet(double value, int freedom) =>
        Assert.Equal(0.05, ChiSquared.Above(value, freedom), 1e-9);

    [Theory]
    [InlineData(0.5)]
    [InlineData(9)]
    [InlineData(60)]
    public void ChiSquared_TwoAndFourDegrees_AreTheClosedForms(double value)
    {
        Assert.Equal(Math.Exp(-value / 2), ChiSquared.Above(value, 2), 1e-13 * Math.Exp(-value / 2) * 100);
        Assert.Equal((1 + (value / 2)) * Math.Exp(-value / 2), ChiSquared.Above(value, 4), 1e-11);
    }
}

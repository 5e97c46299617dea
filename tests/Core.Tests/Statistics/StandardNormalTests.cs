using PersonalizationEngine.Core.Statistics;

namespace PersonalizationEngine.Core.Tests.Statistics;

public sealed class StandardNormalTests
{
    /// <summary>As the C library's erfc has them; two lie just before and just after where the series ends.</summary>
    [Theory]
    [InlineData(0, 1)]
    [InlineData(1, 0.317310507862914)]
    [InlineData(StandardNormal.Z95, 0.05)]
    [InlineData(-StandardNormal.Z95, 0.05)]
    [InlineData(StandardNormal.Z80, 0.4)]
    [InlineData(2.82, 0.004802364948378509)]
    [InlineData(2.84, 0.00451135338308465)]
    [InlineData(3, 0.0026997960632601913)]
    [InlineData(6, 1.973175290075396e-9)]
    public void TwoSided_KnownValues_AreMet(double z, double probability) =>
        Assert.Equal(probability, StandardNormal.TwoSided(z), probability * 1e-9);

    [Fact]
    public void TwoSided_Infinite_IsNever() => Assert.Equal(0, StandardNormal.TwoSided(double.PositiveInfinity));
}

using CsCheck;
using PersonalizationEngine.Core.Statistics.Comparisons;

namespace PersonalizationEngine.Core.Tests.Statistics.Comparisons;

public sealed class SeveralTestsTests
{
    [Fact]
    public void Holm_FourProbabilities_AreAsByHand() =>
        AssertEqual([0.03, 0.06, 0.06, 0.02], SeveralTests.Holm([0.01, 0.04, 0.03, 0.005]));

    [Fact]
    public void BenjaminiHochberg_FourProbabilities_AreAsByHand() =>
        AssertEqual([0.02, 0.04, 0.04, 0.02], SeveralTests.BenjaminiHochberg([0.01, 0.04, 0.03, 0.005]));

    [Fact]
    public void Corrected_AnyProbabilities_AreNoSmallerAndKeepTheirOrder() => Gen.Double[0, 1].Array[1, 20].Sample(given =>
    {
        foreach (var corrected in new[] { SeveralTests.Holm(given), SeveralTests.BenjaminiHochberg(given) })
        {
            for (var i = 0; i < given.Length; i++)
            {
                Assert.InRange(corrected[i], given[i] - 1e-12, 1);
                for (var j = 0; j < given.Length; j++) Assert.True(given[i] > given[j] || corrected[i] <= corrected[j] + 1e-12);
            }
        }
    });

    private static void AssertEqual(double[] expected, double[] found)
    {
        for (var i = 0; i < expected.Length; i++) Assert.Equal(expected[i], found[i], 1e-12);
    }
}

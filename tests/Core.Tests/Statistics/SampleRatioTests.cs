using PersonalizationEngine.Core.Statistics;

namespace PersonalizationEngine.Core.Tests.Statistics;

/// <summary>The vectors that GrowthBook publishes with its tests, and a famous data set.</summary>
public sealed class SampleRatioTests
{
    [Theory]
    [InlineData(1000, 1200, 0.5, 2.0079e-5)]
    [InlineData(135, 115, 0.5, 0.205903211)]
    [InlineData(310, 98, 0.75, 0.647434186)]
    [InlineData(44700, 45489, 0.5, 0.00860799)]
    [InlineData(0, 0, 0.5, 1)]
    public void Probability_PublishedCounts_IsThatPublished(long first, long second, double share, double expected) =>
        Assert.Equal(expected, SampleRatio.Probability(first, second, share), expected * 1e-4);
}

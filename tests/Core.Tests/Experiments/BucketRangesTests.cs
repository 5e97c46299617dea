using CsCheck;
using PersonalizationEngine.Core.Experiments.Allocation;

namespace PersonalizationEngine.Core.Tests.Experiments;

public sealed class BucketRangesTests
{
    [Theory]
    [InlineData(2, 1, null, new[] { 0, 0.5, 0.5, 1 })]
    [InlineData(2, 0.5, null, new[] { 0, 0.25, 0.5, 0.75 })]
    [InlineData(2, 0, null, new[] { 0, 0, 0.5, 0.5 })]
    [InlineData(2, 1, new[] { 0.4, 0.6 }, new[] { 0, 0.4, 0.4, 1 })]
    [InlineData(3, 0.2, new[] { 0.2, 0.3, 0.5 }, new[] { 0, 0.04, 0.2, 0.26, 0.5, 0.6 })]
    [InlineData(2, -0.2, null, new[] { 0, 0, 0.5, 0.5 })]
    [InlineData(2, 1.5, null, new[] { 0, 0.5, 0.5, 1 })]
    [InlineData(2, 1, new[] { 0.4, 0.1 }, new[] { 0, 0.5, 0.5, 1 })]
    [InlineData(4, 1, new[] { 0.4, 0.4, 0.2 }, new[] { 0, 0.25, 0.25, 0.5, 0.5, 0.75, 0.75, 1 })]
    [InlineData(2, 1, new[] { 0.4, 0.5999 }, new[] { 0, 0.4, 0.4, 0.9999 })]
    public void Of_PublishedRow_IsEqual(int variants, double coverage, double[]? weights, double[] expected)
    {
        var ranges = BucketRanges.Of(variants, coverage, weights).SelectMany(range => new[] { range.Start, range.End });

        Assert.Equal(expected, ranges.Select(edge => Math.Round(edge, 6)));
    }

    [Theory]
    [InlineData(0.2, 0)]
    [InlineData(0.25, -1)]
    [InlineData(0.5, 1)]
    [InlineData(0.8, -1)]
    public void Choose_ReducedCoverage_LeavesTheRestOut(double bucket, int expected) =>
        Assert.Equal(expected, BucketRanges.Choose(bucket, BucketRanges.Of(2, 0.5, null)));

    [Fact]
    public void Choose_CoverageRaised_NeverMovesAnybodyBetweenVariants() =>
        Gen.Select(Gen.Double[0, 1], Gen.Double[0, 1], Gen.Double[0, 0.9999], Gen.Int[2, 6]).Sample((one, other, bucket, variants) =>
        {
            var narrow = BucketRanges.Choose(bucket, BucketRanges.Of(variants, Math.Min(one, other), null));
            return narrow < 0 || narrow == BucketRanges.Choose(bucket, BucketRanges.Of(variants, Math.Max(one, other), null));
        });
}

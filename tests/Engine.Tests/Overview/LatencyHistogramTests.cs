using CsCheck;
using PersonalizationEngine.Engine.Overview.Minutes;

namespace PersonalizationEngine.Engine.Tests.Overview;

public sealed class LatencyHistogramTests
{
    private static readonly Gen<int[]> Times = Gen.Int[0, 20_000_000].Array[0, 100];

    [Fact]
    public void Buckets_AllOfThem_FollowOneAnotherWithoutGapOrOverlap()
    {
        for (var i = 0; i < LatencyBuckets.Count; i++)
        {
            long from = LatencyBuckets.From(i), next = LatencyBuckets.From(i + 1);
            Assert.True(next > from);
            Assert.Equal(i, LatencyBuckets.IndexOf(from));
            Assert.Equal(i, LatencyBuckets.IndexOf(next - 1));
            if (from >= 8) Assert.True(next - from <= from / 8);
        }
    }

    [Theory]
    [InlineData(-5, 0)]
    [InlineData(long.MaxValue, LatencyBuckets.Count - 1)]
    public void Buckets_OfWhatIsOutOfRange_AreTheFirstAndTheLast(long microseconds, int bucket) => Assert.Equal(bucket, LatencyBuckets.IndexOf(microseconds));

    /// <summary>Stored rows hold the numbers of buckets: another numbering would make old rows lie.</summary>
    [Theory]
    [InlineData(3, 3)]
    [InlineData(8, 8)]
    [InlineData(100, 36)]
    [InlineData(1000, 63)]
    [InlineData(150_000, 121)]
    [InlineData(1_000_000, 143)]
    public void Buckets_OfKnownTimes_NeverChange(long microseconds, int bucket) => Assert.Equal(bucket, LatencyBuckets.IndexOf(microseconds));

    [Fact]
    public void Percentile_OfTimesBetweenATenthOfAMillisecondAndASecond_IsWithinAnEighthOfTheTrueOne() =>
        Gen.Select(Gen.Int[100, 1_000_000].Array[1, 300], Gen.OneOf(Gen.Const(0.5), Gen.Const(0.9), Gen.Const(0.99), Gen.Const(1.0))).Sample((times, share) =>
        {
            int[] sorted = [.. times.Order()];
            var exact = sorted[(int)Math.Ceiling(share * sorted.Length) - 1];
            var told = Of(times).Percentile(share)!.Value.TotalMicroseconds;
            return told >= exact * 0.875 && told <= (exact * 1.125) + 1;
        });

    [Fact]
    public void Plus_OfTwoParts_IsTheWhole() => Gen.Select(Times, Times).Sample(
        (one, other) => Of(one).Plus(Of(other)).ToString() == Of([.. one, .. other]).ToString());

    [Fact]
    public void Parse_OfItsText_IsTheSame() => Times.Sample(times => LatencyHistogram.Parse(Of(times).ToString()).ToString() == Of(times).ToString());

    [Fact]
    public void Percentile_OfALargerShare_IsNeverSmaller() => Gen.Int[0, 2_000_000].Array[1, 100].Sample(times =>
    {
        var latency = Of(times);
        var told = Enumerable.Range(0, 101).Select(percent => latency.Percentile(percent / 100.0)!.Value).ToList();
        return told.Zip(told.Skip(1), (one, next) => one <= next).All(rises => rises);
    });

    [Theory]
    [InlineData("")]
    [InlineData("176:1 -1:4 x:2 3: :7 hello 4")]
    [InlineData(null)]
    public void Parse_WhatIsNone_CountsNothing(string? text)
    {
        Assert.Equal(0, LatencyHistogram.Parse(text!).Count);
        Assert.Null(LatencyHistogram.Parse(text!).Percentile(0.5));
    }

    internal static LatencyHistogram Of(IEnumerable<int> microseconds)
    {
        var counts = new long[LatencyBuckets.Count];
        foreach (var time in microseconds) counts[LatencyBuckets.IndexOf(time)]++;
        return LatencyHistogram.Of(counts);
    }
}

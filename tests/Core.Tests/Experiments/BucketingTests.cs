using CsCheck;
using PersonalizationEngine.Core.Experiments.Allocation;

namespace PersonalizationEngine.Core.Tests.Experiments;

public sealed class BucketingTests
{
    /// <summary>GrowthBook's published rows: seed, value, version, bucket.</summary>
    [Theory]
    [InlineData("", "a", 1, 0.22)]
    [InlineData("", "b", 1, 0.077)]
    [InlineData("b", "a", 1, 0.946)]
    [InlineData("ef", "d", 1, 0.652)]
    [InlineData("asdf", "8952klfjas09ujk", 1, 0.549)]
    [InlineData("", "___)((*\":&", 1, 0.563)]
    [InlineData("seed", "a", 2, 0.0505)]
    [InlineData("seed", "b", 2, 0.2696)]
    [InlineData("foo", "ab", 2, 0.2575)]
    [InlineData("foo", "def", 2, 0.2019)]
    [InlineData("89123klj", "8952klfjas09ujkasdf", 2, 0.124)]
    [InlineData("90850943850283058242805", "123", 2, 0.7516)]
    [InlineData("()**(%$##$%#$#", "___)((*\":&", 2, 0.0128)]
    [InlineData("abc", "def", 99, null)]
    public void Hash_PublishedRow_IsEqual(string seed, string value, int version, double? expected) =>
        Assert.Equal(expected, Bucketing.Hash(seed, value, version));

    [Fact]
    public void Hash_AnyTexts_LiesInTheHalfOpenUnit() => Gen.Select(Gen.String, Gen.String).Sample((seed, value) =>
        Bucketing.Hash(seed, value, 2) is >= 0 and < 1);

    /// <summary>χ² over 100 buckets; 99 degrees of freedom leave one run in ten thousand above 160.</summary>
    [Fact]
    public void Hash_OneMillionPeople_FillsTheBucketsEvenly()
    {
        const int People = 1_000_000, Buckets = 100;
        var counts = new int[Buckets];
        for (var person = 0; person < People; person++) counts[(int)(Bucketing.Hash("uniformity", $"user-{person}", 2)!.Value * Buckets)]++;

        var expected = (double)People / Buckets;
        Assert.InRange(counts.Sum(count => Math.Pow(count - expected, 2) / expected), 0, 160);
    }

    [Fact]
    public void Hash_PairsOfExperiments_AreIndependent()
    {
        const int People = 20_000, Experiments = 12;
        var arms = Enumerable.Range(0, Experiments)
            .Select(experiment => Enumerable.Range(0, People).Select(person => Bucketing.Hash($"exp-{experiment}", $"{person}", 2) < 0.5).ToArray())
            .ToArray();

        for (var one = 0; one < Experiments; one++)
            for (var other = 0; other < one; other++)
                Assert.InRange(Phi(arms[one], arms[other]), -0.03, 0.03);
    }

    private static double Phi(bool[] one, bool[] other)
    {
        double n = one.Length, a = one.Count(arm => arm), b = other.Count(arm => arm), both = one.Zip(other).Count(pair => pair.First && pair.Second);
        return ((n * both) - (a * b)) / Math.Sqrt(a * (n - a) * b * (n - b));
    }
}

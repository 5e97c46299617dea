using System.Collections;
using System.Numerics;
using PersonalizationEngine.Core.Experiments.Allocation;

namespace PersonalizationEngine.Core.Tests.Experiments;

/// <summary>Many experiments on one site: each spreads evenly, and no two know of one another.</summary>
public sealed class SixtyExperimentsTests
{
    private const int Experiments = 60, People = 1_000_000, PeopleOfPairs = 20_000;

    /// <summary>χ² over 100 buckets with 99 degrees of freedom; of sixty draws one in a thousand times one exceeds 165.</summary>
    [Fact]
    public void BucketOf_OneMillionPeopleInEach_FillsTheBucketsEvenly()
    {
        const int Buckets = 100;
        var (worst, ids) = (new double[Experiments], Enumerable.Range(0, People).Select(person => $"user-{person}").ToArray());
        Parallel.For(0, Experiments, experiment =>
        {
            var seed = new BucketSeed($"experiment-{experiment}", 2);
            var counts = new int[Buckets];
            foreach (var id in ids) counts[(int)(seed.BucketOf(id) * Buckets)]++;

            const double Expected = (double)People / Buckets;
            worst[experiment] = counts.Sum(count => Math.Pow(count - Expected, 2) / Expected);
        });
        Assert.InRange(worst.Max(), 30, 165);
        Assert.InRange(worst.Average(), 90, 108);
    }

    /// <summary>1,770 pairs at 20,000 people: by chance alone the largest |phi| stays below 0.03 all but once in some dozens of sets.</summary>
    [Fact]
    public void Spread_EveryPair_IsIndependent()
    {
        var ranges = BucketRanges.Of(2, 1, null);
        var arms = Enumerable.Range(0, Experiments).Select(experiment =>
        {
            var seed = new BucketSeed($"exp-{experiment}", 2);
            var bits = new BitArray(PeopleOfPairs);
            for (var person = 0; person < PeopleOfPairs; person++) bits[person] = BucketRanges.Choose(seed.BucketOf($"{person}"), ranges) == 1;
            var words = new int[(PeopleOfPairs + 31) / 32];
            bits.CopyTo(words, 0);
            return words;
        }).ToArray();

        var largest = 0d;
        for (var one = 0; one < Experiments; one++)
            for (var other = 0; other < one; other++)
                largest = Math.Max(largest, Math.Abs(Phi(arms[one], arms[other])));
        Assert.InRange(largest, 0, 0.03);
    }

    /// <summary>The older hash is why the newer one is ours: it ties experiments together.</summary>
    [Fact]
    public void BucketOf_OlderHash_TiesExperimentsTogether()
    {
        static int[] Arm(int experiment)
        {
            var seed = new BucketSeed($"exp-{experiment}", 1);
            var bits = new BitArray([.. Enumerable.Range(0, PeopleOfPairs).Select(person => seed.BucketOf($"{person}") < 0.5)]);
            var words = new int[(PeopleOfPairs + 31) / 32];
            bits.CopyTo(words, 0);
            return words;
        }

        var arms = Enumerable.Range(0, 12).Select(Arm).ToArray();
        Assert.Contains(arms.SelectMany((one, i) => arms.Take(i).Select(other => Math.Abs(Phi(one, other)))), phi => phi > 0.5);
    }

    private static double Phi(int[] one, int[] other)
    {
        double n = PeopleOfPairs, a = Count(one), b = Count(other), both = Count([.. one.Zip(other, (x, y) => x & y)]);
        return ((n * both) - (a * b)) / Math.Sqrt(a * (n - a) * b * (n - b));
    }

    private static int Count(int[] words) => words.Sum(word => BitOperations.PopCount((uint)word));
}

using PersonalizationEngine.Core.Statistics.Comparisons;

namespace PersonalizationEngine.Core.Tests.Statistics.Comparisons;

public sealed class SampleSizeTests
{
    private static readonly SampleSize Usual = new(0.05, 0.8);

    [Fact]
    public void ForMeans_HalfADeviation_IsTheTextbooks() => Assert.Equal(63, Usual.ForMeans(1, 0.5));

    [Fact]
    public void ForRates_NoDifference_TakesForEver() => Assert.Equal(double.PositiveInfinity, Usual.ForRates(0.1, 0.1));

    /// <summary>With that many people in each group the sequential test finds in four runs of five what is there, or more often on the way.</summary>
    [Fact]
    public void ForManyLooks_TenPercentMore_IsEnoughForThePower()
    {
        var once = Usual.ForRates(0.3, 0.33);
        var people = (int)Usual.ForManyLooks(once);
        Assert.InRange(people / once, 1.2, 4);

        var test = new SequentialTest(0.05);
        var found = Enumerable.Range(0, 400).Count(run =>
        {
            var draws = new Draws(run + 5_000_000);
            double a = 0, b = 0;
            for (var n = 0; n < people; n++)
            {
                a += draws.Uniform() < 0.3 ? 1 : 0;
                b += draws.Uniform() < 0.33 ? 1 : 0;
            }

            return test.Probability(Effect.Relative(Sample.OfShare(people, a), Sample.OfShare(people, b))!.Value) < 0.05;
        });
        Assert.InRange(found / 400.0, 0.73, 0.87);
    }
}

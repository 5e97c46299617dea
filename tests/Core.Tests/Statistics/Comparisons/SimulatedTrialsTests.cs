using PersonalizationEngine.Core.Statistics.Comparisons;

namespace PersonalizationEngine.Core.Tests.Statistics.Comparisons;

/// <summary>
/// Experiments in which nothing differs, and some in which it does by a known amount: how often each method says what is not so.
/// Bounds are where one seed in ten thousand would fall.
/// </summary>
public sealed class SimulatedTrialsTests
{
    private const int Runs = 2000, PeopleOfAnArm = 1000, FirstLook = 50;
    private const double Alpha = 0.05;

    [Fact]
    public void NothingDiffers_OneLook_IsWrongInFivePercent_AndItsProbabilitiesAreEven()
    {
        var probabilities = Enumerable.Range(0, Runs).Select(run => FixedHorizon.Probability(Effect.Relative(
            Group(run, 0.2), Group(run + Runs, 0.2))!.Value)).ToList();

        Assert.InRange(probabilities.Count(p => p < Alpha) / (double)Runs, 0.031, 0.069);
        Assert.True(Uniformity.Probability(probabilities) > 1e-3);

        static Sample Group(int seed, double rate)
        {
            var draws = new Draws(seed);
            double sum = 0, squares = 0;
            for (var person = 0; person < PeopleOfAnArm; person++)
            {
                // Money: most spend nothing, the others about ten.
                var value = draws.Uniform() < rate ? 10 + (2 * draws.Normal()) : 0;
                (sum, squares) = (sum + value, squares + (value * value));
            }

            return Sample.OfValues(PeopleOfAnArm, sum, squares);
        }
    }

    [Fact]
    public void NothingDiffers_ALookAtEveryStep_SequentialIsWrongInAtMostFivePercent_FixedFarMore()
    {
        var test = new SequentialTest(Alpha);
        int sequential = 0, peeking = 0;
        for (var run = 0; run < Runs; run++)
        {
            var draws = new Draws(run);
            double a = 0, b = 0;
            bool isFound = false, isPeeked = false;
            for (var n = 1; n <= PeopleOfAnArm; n++)
            {
                a += draws.Uniform() < 0.2 ? 1 : 0;
                b += draws.Uniform() < 0.2 ? 1 : 0;
                if (n < FirstLook || Effect.Relative(Sample.OfShare(n, a), Sample.OfShare(n, b)) is not { } effect) continue;
                isFound |= test.Probability(effect) < Alpha;
                isPeeked |= Math.Abs(effect.Value / effect.Error) > 1.96;
            }

            sequential += isFound ? 1 : 0;
            peeking += isPeeked ? 1 : 0;
        }

        Assert.InRange(sequential / (double)Runs, 0, Alpha);
        Assert.True(peeking / (double)Runs > 0.15, $"Looking all the time and stopping was wrong in {peeking} of {Runs} runs only.");
    }

    [Fact]
    public void TenPercentMore_Intervals_CoverItAsOftenAsTheySay()
    {
        int covered = 0, always = 0, believed = 0;
        var sequential = new SequentialTest(Alpha);
        for (var run = 0; run < Runs; run++)
        {
            var draws = new Draws(run + 77_000);
            double a = 0, b = 0;
            for (var n = 0; n < PeopleOfAnArm * 4; n++)
            {
                a += draws.Uniform() < 0.3 ? 1 : 0;
                b += draws.Uniform() < 0.33 ? 1 : 0;
            }

            var effect = Effect.Relative(Sample.OfShare(PeopleOfAnArm * 4, a), Sample.OfShare(PeopleOfAnArm * 4, b))!.Value;
            covered += FixedHorizon.Interval(effect, Alpha).Contains(0.1) ? 1 : 0;
            always += sequential.Interval(effect).Contains(0.1) ? 1 : 0;
            believed += BayesianLift.Of(effect, LiftPrior.Flat).Credible(0.95).Contains(0.1) ? 1 : 0;
        }

        Assert.InRange(covered / (double)Runs, 0.931, 0.969);
        Assert.InRange(believed / (double)Runs, 0.931, 0.969);
        Assert.InRange(always / (double)Runs, 0.95, 1);
    }

    [Theory]
    [InlineData(0.0)]
    [InlineData(0.6)]
    [InlineData(0.9)]
    public void Cuped_CorrelationOfRho_LeavesOneMinusRhoSquaredOfTheVariance_AndTheEffectAlone(double rho)
    {
        var found = new List<Cuped>();
        for (var run = 0; run < 400; run++)
        {
            var draws = new Draws(run + 900_000);
            found.Add(Cuped.Between(Group(draws, 20), Group(draws, 21))!);
        }

        Assert.Equal(1 - (rho * rho), found.Average(one => one.VarianceLeft), 0.01);
        Assert.Equal(1, found.Average(one => one.Absolute.Value), 0.02);
        Assert.Equal(0.05, found.Average(one => one.Relative!.Value.Value), 0.001);
        Assert.InRange(found.Count(one => FixedHorizon.Interval(one.Relative!.Value, Alpha).Contains(0.05)) / 400.0, 0.91, 0.99);
        Assert.InRange(found.Count(one => FixedHorizon.Interval(one.Absolute, Alpha).Contains(1)) / 400.0, 0.91, 0.99);

        PairedSums Group(Draws draws, double mean)
        {
            var sums = default(PairedSums);
            for (var person = 0; person < PeopleOfAnArm; person++)
            {
                var x = draws.Normal();
                sums = sums.Add(mean + (2 * ((rho * x) + (Math.Sqrt(1 - (rho * rho)) * draws.Normal()))), 5 + x);
            }

            return sums;
        }
    }

    [Fact]
    public void Smallest_OverLooks_NeverRises() =>
        Assert.Equal([0.5, 0.2, 0.2, 0.1], SequentialTest.Smallest([0.5, 0.2, 0.9, 0.1]));
}

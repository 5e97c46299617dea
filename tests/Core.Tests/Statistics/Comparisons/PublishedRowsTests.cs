using PersonalizationEngine.Core.Statistics;
using PersonalizationEngine.Core.Statistics.Comparisons;

namespace PersonalizationEngine.Core.Tests.Statistics.Comparisons;

/// <summary>The rows that GrowthBook's statistics are tested with, and others that were worked out apart.</summary>
public sealed class PublishedRowsTests
{
    private const double Digits = 1e-5;

    private static readonly Sample A = Sample.OfValues(3407, 1396.87, 52377.9767), B = Sample.OfValues(3461, 2422.7, 134698.29);

    [Fact]
    public void FixedHorizon_RelativeMeans_IsAsPublished() =>
        AssertFixed(Effect.Relative(A, B), 0.70732, 0.37879, 0.06191, -0.03526, 1.44989);

    [Fact]
    public void FixedHorizon_AbsoluteMeans_IsAsPublished() =>
        AssertFixed(Effect.Absolute(A, B), 0.29, 0.12478, 0.02016, 0.04538, 0.53462);

    [Fact]
    public void FixedHorizon_RelativeRates_IsAsPublished() =>
        AssertFixed(Effect.Relative(Sample.OfShare(28, 14), Sample.OfShare(30, 16)), 0.06667, 0.2717, 0.80707, -0.47767, 0.61101);

    [Theory]
    [InlineData(true, 1000, 0.50336, 0.33341, 1, -0.55844, 1.56516)]
    [InlineData(false, 5000, 0.50386, 0.03386, 0, 0.40098, 0.60675)]
    public void Sequential_MeansAndRates_AreAsPublished(
        bool isMean, double tightestAt, double lift, double error, double probability, double low, double high)
    {
        var (a, b) = isMean
            ? (Sample.OfValues(3000, 1396.87, 52377.9767), B)
            : (Sample.OfShare(3000, 1396), Sample.OfShare(3461, 2422));
        var effect = Effect.Relative(a, b)!.Value;
        var test = new SequentialTest(0.05, tightestAt);

        Assert.Equal(lift, effect.Value, Digits);
        Assert.Equal(error, effect.Error, Digits);
        Assert.Equal(probability, test.Probability(effect), Digits);
        Assert.Equal(low, test.Interval(effect).Low, Digits);
        Assert.Equal(high, test.Interval(effect).High, Digits);
    }

    [Theory]
    [InlineData(false, null, 0.04082, 0.14725, 0.60918, -0.24779, 0.32943)]
    [InlineData(true, null, 0.05, 0.03572, 0.91923, -0.02, 0.12)]
    [InlineData(true, 0.1, 0.05063, 0.03549, 0.92315, -0.01893, 0.12019)]
    public void Bayesian_WithAndWithoutPrior_IsAsPublished(
        bool isMean, double? prior, double lift, double error, double chance, double low, double high)
    {
        var effect = isMean
            ? Effect.Relative(Sample.OfValues(10, 100, 1002.25), Sample.OfValues(10, 105, 1111.5))
            : Effect.Relative(Sample.OfShare(100, 49), Sample.OfShare(100, 51));
        var belief = BayesianLift.Of(effect!.Value, prior is { } both ? new LiftPrior(both, both) : LiftPrior.Flat);

        Assert.Equal(lift, belief.Mean, Digits);
        Assert.Equal(error, belief.Error, Digits);
        Assert.Equal(chance, belief.ChanceToWin, Digits);
        Assert.Equal(low, belief.Credible(0.95).Low, Digits);
        Assert.Equal(high, belief.Credible(0.95).High, Digits);
    }

    [Theory]
    [InlineData(new long[] { 821588, 815482 }, new[] { 0.5, 0.5 }, 22.77436884189436, 1, 1.821792872619186e-06)]
    [InlineData(new long[] { 1000, 1100 }, new[] { 0.5, 0.5 }, 4.761904761904762, 1, 0.029096331741252104)]
    [InlineData(new long[] { 500, 500, 600 }, new[] { 1.0, 1, 1 }, 12.5, 2, 0.0019304541362277095)]
    [InlineData(new long[] { 500, 40, 500, 600 }, new[] { 1.0, 0, 1, 1 }, 12.5, 2, 0.0019304541362277095)]
    [InlineData(new long[] { 0, 0 }, new[] { 1.0, 1 }, 0, 1, 1)]
    [InlineData(new long[] { 7, 0 }, new[] { 1.0, 0 }, 0, 0, 1)]
    public void SampleRatio_CountsOfGroups_AreJudgedWithTheirDegreesOfFreedom(
        long[] observed, double[] weights, double chiSquared, int freedom, double probability)
    {
        var test = SampleRatio.Test(observed, weights);

        Assert.Equal(chiSquared, test.ChiSquared, 1e-8);
        Assert.Equal(freedom, test.Freedom);
        Assert.Equal(probability, test.Probability, probability * Digits);
    }

    [Theory]
    [InlineData(50, 52, 52, 50, 0.6107705226878282)]
    [InlineData(121, 881, 151, 851, 0.9750678368130239)]
    [InlineData(1, 1, 1, 1, 0.5)]
    public void BetaBinomial_KnownRates_HasItsExactChance(double alphaA, double betaA, int alphaB, double betaB, double chance) =>
        Assert.Equal(chance, BetaBinomial.ChanceThatSecondIsHigher(alphaA, betaA, alphaB, betaB), 1e-9);

    [Theory]
    [InlineData(0.1, 0.12, 3841)]
    [InlineData(0.05, 0.06, 8158)]
    [InlineData(0.03, 0.033, 53211)]
    [InlineData(0.2, 0.22, 6510)]
    public void SampleSize_OfTwoRates_IsTheTextbooks(double first, double second, double people) =>
        Assert.Equal(people, new SampleSize(0.05, 0.8).ForRates(first, second));

    private static void AssertFixed(Effect? found, double lift, double error, double probability, double low, double high)
    {
        var effect = found!.Value;
        var interval = FixedHorizon.Interval(effect, 0.05);
        Assert.Equal(lift, effect.Value, Digits);
        Assert.Equal(error, effect.Error, Digits);
        Assert.Equal(probability, FixedHorizon.Probability(effect), Digits);
        Assert.Equal(low, interval.Low, Digits);
        Assert.Equal(high, interval.High, Digits);
    }
}

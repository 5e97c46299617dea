using CsCheck;
using PersonalizationEngine.Core.Statistics;
using PersonalizationEngine.Core.Statistics.Classification;

namespace PersonalizationEngine.Core.Tests.Statistics.Classification;

public sealed class ProbabilityCurveTests
{
    private static readonly Gen<JudgedCase[]> Cases =
        Gen.Select(Gen.Int[0, 30], Gen.Bool, (score, positive) => new JudgedCase(score, positive)).Array[1, 120];

    public static TheoryData<double[], double[]> Known => new()
    {
        { [1, 0, 1, 0, 1], [.5, .5, .5, .5, 1] },
        { [0, 0, 1, 1, 0, 1, 1, 1], [0, 0, 2 / 3.0, 2 / 3.0, 2 / 3.0, 1, 1, 1] },
    };

    [Theory]
    [MemberData(nameof(Known))]
    public void PooledViolators_KnownVectors_AreExact(double[] values, double[] fitted) => Assert.Equal(fitted, PooledViolators.Fit(values));

    [Fact]
    public void PooledViolators_AnyValues_RiseAndKeepTheSum() => Gen.Select(Gen.Double[-9, 9], Gen.Double[0.1, 9]).Array[1, 50].Sample(given =>
    {
        double[] values = [.. given.Select(one => one.Item1)], weights = [.. given.Select(one => one.Item2)];
        var fitted = PooledViolators.Fit(values, weights);
        return fitted.Zip(fitted.Skip(1)).All(pair => pair.First <= pair.Second)
            && Math.Abs(fitted.Zip(weights, (f, w) => f * w).Sum() - values.Zip(weights, (v, w) => v * w).Sum()) < 1e-9;
    });

    [Fact]
    public void Platt_AnyCases_MeetsItsOptimum() => Cases.Sample(cases =>
    {
        var curve = PlattCurve.Fit(cases);
        double positives = cases.Count(one => one.Positive), negatives = cases.Length - positives;
        var errors = cases.Select(one =>
            (one.Positive ? (positives + 1) / (positives + 2) : 1 / (negatives + 2)) - curve.ProbabilityOf(one.Score)).ToArray();
        return Math.Abs(errors.Sum()) < 1e-5 && Math.Abs(errors.Zip(cases, (error, one) => error * one.Score).Sum()) < 1e-3;
    });

    [Fact]
    public void Platt_PartedCases_ClaimsNoCertainty()
    {
        var curve = PlattCurve.Fit([.. Enumerable.Range(0, 20).Select(i => new JudgedCase(i, i >= 10))]);

        Assert.True(curve.A < 0);
        Assert.Equal(11 / 12.0, curve.ProbabilityOf(19), 0.08);
        Assert.InRange(curve.ProbabilityOf(19), 0.5, 0.9999);
    }

    [Fact]
    public void Isotonic_AnyCases_RisesWithinWhatTheCasesCanTell() => Cases.Sample(cases =>
    {
        var curve = IsotonicCurve.Fit(cases);
        var said = Enumerable.Range(-4, 160).Select(quarter => curve.ProbabilityOf(quarter / 4.0)).ToList();
        return said.Zip(said.Skip(1)).All(pair => pair.First <= pair.Second + 1e-12)
            && said.TrueForAll(p => p >= 1.0 / (cases.Length + 2) && p <= 1 - (1.0 / (cases.Length + 2)));
    });

    [Fact]
    public void Isotonic_Between_IsTheStepBelow()
    {
        var curve = new IsotonicCurve([new(10, 0.2), new(20, 0.6)]);

        Assert.Equal([0.2, 0.2, 0.6, 0.6], [curve.ProbabilityOf(0), curve.ProbabilityOf(19.9), curve.ProbabilityOf(20), curve.ProbabilityOf(99)]);
    }

    [Fact]
    public void Learn_AThousandPositives_IsIsotonic()
    {
        Assert.IsType<PlattCurve>(ProbabilityCurve.Learn([.. Sample(999)]));
        Assert.IsType<IsotonicCurve>(ProbabilityCurve.Learn([.. Sample(1000)]));

        static IEnumerable<JudgedCase> Sample(int positives) => Enumerable.Range(0, 2000).Select(i => new JudgedCase(i, i < positives));
    }

    [Fact]
    public void Lift_Group_IsTimesTheBaseRate()
    {
        var rate = ClusteredRate.Of([(1, 1), (1, 1), (1, 0), (1, 1)]);
        var lift = new GroupLift(rate, 0.25);

        Assert.Equal(3, lift.Value);
        Assert.Equal(rate.Interval.Low * 4, lift.Low!.Value, 12);
        Assert.Null(new GroupLift(rate, 0).Value);
    }
}

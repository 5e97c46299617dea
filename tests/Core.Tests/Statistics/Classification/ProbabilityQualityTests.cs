using CsCheck;
using PersonalizationEngine.Core.Statistics.Classification;

namespace PersonalizationEngine.Core.Tests.Statistics.Classification;

public sealed class ProbabilityQualityTests
{
    private static readonly Gen<JudgedCase[]> Cases =
        Gen.Select(Gen.Int[0, 20], Gen.Bool, (twentieths, positive) => new JudgedCase(twentieths / 20.0, positive)).Array[1, 200];

    [Fact]
    public void Of_ByHand_GivesBrierAndLogLoss()
    {
        var quality = ProbabilityQuality.Of([new(0.9, true), new(0.2, false), new(0.6, false)])!;

        Assert.Equal((0.01 + 0.04 + 0.36) / 3, quality.Brier, 12);
        Assert.Equal(-(Math.Log(0.9) + Math.Log(0.8) + Math.Log(0.4)) / 3, quality.LogLoss, 12);
        Assert.Equal((0.1 + 0.2 + 0.6) / 3, quality.CalibrationError, 12);
    }

    [Fact]
    public void Of_CertainAndWrong_IsFinite() => Assert.Equal(-Math.Log(1e-15), ProbabilityQuality.Of([new(1, false)])!.LogLoss, 6);

    [Fact]
    public void Of_NoCases_IsNothing() => Assert.Null(ProbabilityQuality.Of([]));

    [Fact]
    public void Bins_AllDifferent_AreTenOfEqualCount()
    {
        var bins = ProbabilityQuality.Of(Enumerable.Range(0, 1000).Select(i => new JudgedCase(i / 1000.0, i % 3 == 0)))!.Bins;

        Assert.Equal(Enumerable.Repeat(100L, 10), bins.Select(bin => bin.Cases));
        Assert.Equal((0.1, 0.199), (bins[1].Low, bins[1].High));
    }

    [Fact]
    public void Of_AnyOrderOfCases_IsTheSame() => Cases.Sample(cases =>
    {
        var (one, other) = (ProbabilityQuality.Of(cases)!, ProbabilityQuality.Of(cases.Reverse())!);
        return one.Brier.Equals(other.Brier) && one.CalibrationError.Equals(other.CalibrationError) && one.Bins.SequenceEqual(other.Bins);
    });

    [Fact]
    public void Bins_AnyCases_HoldEachOnceAndErrWithinOne() => Cases.Sample(cases =>
    {
        var quality = ProbabilityQuality.Of(cases)!;
        return quality.Bins.Sum(bin => bin.Cases) == cases.Length
            && quality.Bins.Sum(bin => bin.Positives) == cases.Count(one => one.Positive)
            && quality.Bins.Count <= 10 && quality.CalibrationError is >= 0 and <= 1
            && Math.Abs(quality.Bins.Sum(bin => bin.Said * bin.Cases) - cases.Sum(one => one.Score)) < 1e-9;
    });
}

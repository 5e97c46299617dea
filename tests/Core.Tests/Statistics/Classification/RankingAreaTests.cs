using CsCheck;
using PersonalizationEngine.Core.Statistics.Classification;

namespace PersonalizationEngine.Core.Tests.Statistics.Classification;

public sealed class RankingAreaTests
{
    private static readonly Gen<JudgedCase[]> Cases =
        Gen.Select(Gen.Int[0, 8], Gen.Bool, (score, positive) => new JudgedCase(score, positive)).Array[2, 60];

    [Fact]
    public void Of_ByHand_CountsTiesByHalf()
    {
        // Pairs: 3 beats 1 and 2; 2 beats 1 and ties 2: 3.5 of 4.
        var area = RankingArea.Of([new(3, true), new(2, true), new(2, false), new(1, false)]);

        Assert.Equal(3.5 / 4, area!.Value.Value, 15);
    }

    [Fact]
    public void Of_AnyCases_IsTheShareOfPairsInOrder() => Cases.Sample(cases =>
    {
        var pairs = cases.Where(one => one.Positive)
            .SelectMany(up => cases.Where(one => !one.Positive).Select(down => up.Score > down.Score ? 1.0 : up.Score.Equals(down.Score) ? 0.5 : 0))
            .ToList();
        var area = RankingArea.Of(cases);
        return pairs.Count == 0 ? area is null : Math.Abs(area!.Value.Value - pairs.Average()) < 1e-12;
    });

    [Fact]
    public void Of_ScoresTurnedAround_IsOneMinusIt() => Cases.Sample(cases =>
    {
        var area = RankingArea.Of(cases);
        var turned = RankingArea.Of(cases.Select(one => one with { Score = -one.Score }));
        return area is null ? turned is null : Math.Abs(area.Value.Value + turned!.Value.Value - 1) < 1e-12;
    });

    [Fact]
    public void Error_DeLongByHand_IsTheVarianceOfPlacements()
    {
        // Placements of the positives 2 and 4 among 1 and 3: 1/2, 1; of the negatives: 1, 1/2. Variances 1/8 each, over 2.
        var area = RankingArea.Of([new(1, false), new(2, true), new(3, false), new(4, true)]);

        Assert.Equal(Math.Sqrt(1.0 / 8), area!.Value.Error, 12);
    }

    [Fact]
    public void Interval_ManySamples_HoldsTheTruthNineteenTimesInTwenty()
    {
        // Normal scores one deviation apart: the area is Phi(1/sqrt 2).
        const double Truth = 0.76024993890652;
        const int Samples = 2000;
        var held = 0;
        var chance = new Random(5);
        for (var sample = 0; sample < Samples; sample++)
        {
            var area = RankingArea.Of(Enumerable.Range(0, 160).Select(i => new JudgedCase(Normal() + (i % 4 == 0 ? 1 : 0), i % 4 == 0)))!.Value;
            if (area.Low <= Truth && Truth <= area.High) held++;
        }

        Assert.InRange(held / (double)Samples, 0.93, 0.97);

        double Normal() => Math.Sqrt(-2 * Math.Log(1 - chance.NextDouble())) * Math.Cos(2 * Math.PI * chance.NextDouble());
    }
}

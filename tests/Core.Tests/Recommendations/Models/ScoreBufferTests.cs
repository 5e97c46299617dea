using CsCheck;
using PersonalizationEngine.Core.Recommendations.Models;

namespace PersonalizationEngine.Core.Tests.Recommendations.Models;

public sealed class ScoreBufferTests
{
    [Fact]
    public void Add_AnyScores_SumsLikeADictionary() =>
        Gen.Select(Gen.Int[0, 9], Gen.Int[-2, 3]).Array[0, 30].Array[1, 4].Sample(rounds =>
        {
            var buffer = new ScoreBuffer();
            foreach (var (round, scores) in rounds.Index())
            {
                // Sums of 0 are among them: a number that was touched stays touched.
                buffer.Reset(10 + round);
                foreach (var (index, score) in scores) buffer.Add(index, score);
                var expected = scores
                    .GroupBy(score => score.Item1)
                    .ToDictionary(group => group.Key, group => group.Sum(score => score.Item2));

                Assert.Equal(expected.Keys.Order(), buffer.Touched.ToArray().Order());
                for (var index = 0; index < 10; index++) Assert.Equal(expected.GetValueOrDefault(index), buffer[index], 1e-6f);
                Assert.Equal(Math.Max(0, expected.Values.DefaultIfEmpty().Max()), buffer.Maximum(), 1e-6f);
            }
        }, iter: 200);

    [Fact]
    public void Add_EveryNumber_AllTouchedOnce()
    {
        var buffer = new ScoreBuffer();
        buffer.Reset(3);
        buffer.AddAll([0, 1, 2, 0, 1, 2], 1);

        Assert.Equal([0, 1, 2], buffer.Touched.ToArray());
        Assert.Equal(2, buffer.Maximum());
    }
}

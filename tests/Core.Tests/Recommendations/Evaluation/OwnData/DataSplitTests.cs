using CsCheck;
using PersonalizationEngine.Core.Recommendations.Evaluation.OwnData;
using PersonalizationEngine.Core.Recommendations.Models;
using PersonalizationEngine.Core.Tests.Recommendations.Models;

namespace PersonalizationEngine.Core.Tests.Recommendations.Evaluation.OwnData;

public sealed class DataSplitTests
{
    [Theory]
    [InlineData(EvaluationProtocol.Temporal)]
    [InlineData(EvaluationProtocol.Random)]
    public void Of_AnyHistories_HidesWhatIsNotLearntAndNothingElse(EvaluationProtocol protocol) => Histories.Any.Sample(all =>
    {
        var split = DataSplit.Of(protocol, all);

        Assert.Equal(all.PairCount, split.Learnt.PairCount + split.HiddenPairs);
        for (var person = 0; person < all.PersonCount; person++)
        {
            var learnt = split.Learnt.ItemsOf(person).ToArray();
            Assert.Empty(learnt.Intersect(split.Hidden[person]));
            Assert.Equal(all.ItemsOf(person).ToArray().Order(), learnt.Concat(split.Hidden[person]).Order());
            Assert.All(split.Learnt.MinutesOf(person).ToArray(), minute => Assert.True(minute < split.Minute));
        }
    });

    [Fact]
    public void Temporal_AnyHistories_LearnsNothingFromTheCutOn() => Histories.Any.Sample(all =>
    {
        var split = DataSplit.Of(EvaluationProtocol.Temporal, all);

        for (var person = 0; person < all.PersonCount; person++)
            Assert.All(split.Hidden[person], item => Assert.True(MinuteOf(all, person, item) >= split.Minute));
        Assert.True(split.HiddenPairs * 5 >= all.PairCount);
    });

    [Fact]
    public void Random_AnyHistories_HidesAFifthOfEach() => Gen.Int[0, 60].Array[1, 10].Sample(lengths =>
    {
        var all = Histories.Of(60, [.. lengths.Select(length => Enumerable.Range(0, length).ToArray())]);

        var (once, again) = (DataSplit.Of(EvaluationProtocol.Random, all), DataSplit.Of(EvaluationProtocol.Random, all));

        Assert.Equal(lengths.Select(length => length < 2 ? 0 : Math.Max(1, length / 5)), once.Hidden.Select(items => items.Length));
        Assert.Equal(once.Hidden, again.Hidden);
    });

    private static int MinuteOf(InteractionMatrix all, int person, int item) => all.MinutesOf(person)[all.ItemsOf(person).IndexOf(item)];
}

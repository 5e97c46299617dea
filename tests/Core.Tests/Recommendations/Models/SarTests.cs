using CsCheck;
using PersonalizationEngine.Core.Recommendations.Models;

namespace PersonalizationEngine.Core.Tests.Recommendations.Models;

public sealed class SarTests
{
    // Two people met 0 and 1, one of these 2 as well; a third one met 1 only.
    private static readonly InteractionMatrix People = Histories.Of(3, [0, 1, 2], [0, 1], [1]);

    [Theory]
    [InlineData(ItemSimilarity.Counts, 2, 2, 1)]
    [InlineData(ItemSimilarity.Jaccard, 1, 2.0 / 3, 1.0 / 2)]
    [InlineData(ItemSimilarity.Lift, 1.0 / 2, 2.0 / 6, 1.0 / 2)]
    [InlineData(ItemSimilarity.Cosine, 1, 0.81650, 0.70711)]
    [InlineData(ItemSimilarity.Conditional, 1, 1, 1.0 / 2)]
    public void Train_ThreePeople_SimilarityByHand(ItemSimilarity similarity, double toItself, double toSecond, double toThird)
    {
        var said = new SarTrainer(new() { Similarity = similarity }).Train(People).Said(0, 3);

        Assert.Equal(toItself, said[0], 1e-5);
        Assert.Equal(toSecond, said[1], 1e-5);
        Assert.Equal(toThird, said[2], 1e-5);
    }

    [Fact]
    public void Train_Threshold_RarePairsDoNotCount()
    {
        var model = new SarTrainer(new() { Threshold = 2 }).Train(People);

        Assert.Equal([1, 2f / 3, 0], model.Said(0, 3));
        Assert.Equal([0, 0, 0], model.Said(2, 3));
    }

    [Fact]
    public void Train_AnyHistories_SymmetricAndHighestForItself() =>
        Gen.Select(Histories.Any, Gen.Bool).Sample((matrix, isJaccard) =>
        {
            var similarity = isJaccard ? ItemSimilarity.Jaccard : ItemSimilarity.Cosine;
            var model = new SarTrainer(new() { Similarity = similarity }).Train(matrix);
            float[][] said = [.. Enumerable.Range(0, Histories.ItemCount).Select(item => model.Said(item, Histories.ItemCount))];
            for (var item = 0; item < Histories.ItemCount; item++)
            {
                for (var other = 0; other < Histories.ItemCount; other++)
                {
                    Assert.Equal(said[item][other], said[other][item]);
                    Assert.True(said[item][other] <= said[item][item] + 1e-6);
                }
            }
        }, iter: 200);

    [Fact]
    public void Affinity_AfterOneHalfLife_HalfTheWeight()
    {
        const int Day = 24 * 60;
        var profile = new WeightedItem[3];
        Affinity.Write(People, person: 0, nowMinute: 2 * Day, TimeSpan.FromDays(1), profile);

        Assert.Equal([new(0, 0.25f), new(1, 0.5f), new(2, 1)], profile);
        Assert.Equal(3, Affinity.Of(3, minute: 5 * Day, nowMinute: 2 * Day, TimeSpan.FromDays(1)));
    }
}

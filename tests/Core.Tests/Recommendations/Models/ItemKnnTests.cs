using CsCheck;
using PersonalizationEngine.Core.Recommendations;
using PersonalizationEngine.Core.Recommendations.Models;

namespace PersonalizationEngine.Core.Tests.Recommendations.Models;

public sealed class ItemKnnTests
{
    // Items are numbered in the order they come: all are met by somebody, in order, before the rest.
    private const int ItemCount = 12;

    private static readonly Gen<(int Person, int Item)[]> Pairs =
        Gen.Select(Gen.Int[0, 7], Gen.Int[0, ItemCount - 1]).Array[0, 60].Select(pairs => pairs
            .Concat(Enumerable.Range(0, ItemCount).Select(item => (9, item)))
            .Distinct()
            .OrderBy(pair => pair.Item2)
            .ToArray());

    [Fact]
    public void Train_AnyHistories_ShrunkCosineOfTfIdf() => Pairs.Sample(pairs =>
    {
        var model = Train(pairs, new() { Shrinkage = 5 });
        var x = Weighted(pairs);
        for (var item = 0; item < ItemCount; item++)
        {
            var scores = new ScoreBuffer();
            scores.Reset(ItemCount);
            model.Score([new(item, 2)], scores);
            for (var other = 0; other < ItemCount; other++)
                Assert.Equal(other == item ? 0 : 2 * Cosine(x, item, other, 5), scores[other], 1e-5);
        }
    }, iter: 100);

    [Fact]
    public void Explain_AnyProfile_AddsUpToTheScore() =>
        Gen.Select(Pairs, Gen.Int[0, ItemCount - 1].Array[1, 6]).Sample((pairs, chosen) =>
        {
            var model = Train(pairs, new() { NeighboursPerItem = 4 });
            WeightedItem[] profile = [.. chosen.Distinct().Select((item, place) => new WeightedItem(item, 1f / (1 + place)))];
            var scores = new ScoreBuffer();
            scores.Reset(ItemCount);
            model.Score(profile, scores);

            for (var target = 0; target < ItemCount; target++)
            {
                var contributions = new float[profile.Length];
                model.Explain(profile, target, contributions);
                Assert.Equal(scores[target], contributions.Sum(), 1e-5f);
            }
        }, iter: 100);

    [Fact]
    public void Train_FewNeighbours_KeepsTheMostAlikeOfEach() => Pairs.Sample(pairs =>
    {
        var full = Train(pairs, new());
        var cut = Train(pairs, new() { NeighboursPerItem = 3 });
        for (var item = 0; item < ItemCount; item++)
        {
            var (all, kept) = (Neighbours(full, item), Neighbours(cut, item));
            Assert.Equal(all.OrderDescending().Take(3), kept.OrderDescending().Take(3));
            Assert.Equal(Math.Min(3, all.Count(similarity => similarity > 0)), kept.Count(similarity => similarity > 0));
        }
    }, iter: 100);

    [Fact]
    public void Train_NoHistories_NoPairs()
    {
        using var recommender = new Recommender(new());

        Assert.Equal(0, new ItemKnnTrainer(new()).Train(recommender.TrainingData()).PairCount);
    }

    private static ItemKnnModel Train((int Person, int Item)[] pairs, RecommenderSettings settings)
    {
        using var recommender = new Recommender(settings);
        foreach (var (person, item) in pairs) recommender.Learn(World.View($"p{person}", $"i{item}", weight: 1 + (item % 3)));
        return new ItemKnnTrainer(settings).Train(recommender.TrainingData());
    }

    private static float[] Neighbours(ItemKnnModel model, int item)
    {
        var scores = new ScoreBuffer();
        scores.Reset(ItemCount);
        model.AddNeighbours(item, 1, scores);
        return [.. Enumerable.Range(0, ItemCount).Select(other => scores[other])];
    }

    private static double[,] Weighted((int Person, int Item)[] pairs)
    {
        var x = new double[10, ItemCount];
        foreach (var (person, item) in pairs)
        {
            var length = pairs.Count(pair => pair.Person == person);
            x[person, item] = Math.Sqrt(1 + (item % 3)) * Math.Log(Math.Max(2, ItemCount / (1.0 + length)));
        }

        return x;
    }

    private static double Cosine(double[,] x, int left, int right, double shrinkage)
    {
        var (dot, leftSquares, rightSquares) = (0.0, 0.0, 0.0);
        for (var person = 0; person < 10; person++)
        {
            dot += x[person, left] * x[person, right];
            leftSquares += x[person, left] * x[person, left];
            rightSquares += x[person, right] * x[person, right];
        }

        return dot / (Math.Sqrt(leftSquares * rightSquares) + shrinkage);
    }
}

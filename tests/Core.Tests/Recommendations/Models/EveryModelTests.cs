using CsCheck;
using PersonalizationEngine.Core.Recommendations.Models;

namespace PersonalizationEngine.Core.Tests.Recommendations.Models;

/// <summary>What holds for all models that score by a profile.</summary>
public sealed class EveryModelTests
{
    private const int ItemCount = Histories.ItemCount;

    public static TheoryData<string> Names => [.. Trainers.Keys];

    private static readonly Dictionary<string, Func<InteractionMatrix, int, IItemModel>> Trainers = new()
    {
        ["RP3beta"] = (matrix, cores) => new Rp3BetaTrainer(new() { Neighbours = 3 }, cores).Train(matrix),
        ["SAR"] = (matrix, cores) => new SarTrainer(new(), cores).Train(matrix),
        ["item-kNN, Jaccard"] = (matrix, cores) => new ItemKnnTrainer(Plain(ItemSimilarity.Jaccard), cores).Train(matrix),
        ["item-kNN, lift"] = (matrix, cores) => new ItemKnnTrainer(Plain(ItemSimilarity.Lift), cores).Train(matrix),
        ["item-kNN, conditional"] = (matrix, cores) => new ItemKnnTrainer(Plain(ItemSimilarity.Conditional), cores).Train(matrix),
        ["item-kNN, BM25"] = (matrix, cores) =>
            new ItemKnnTrainer(new() { Weighting = MatrixWeighting.Bm25, Neighbours = 3, Normalise = true }, cores).Train(matrix),
        ["user-kNN"] = (matrix, _) => new UserKnnTrainer(new() { Neighbours = 2 }).Train(matrix),
        ["user-kNN, TF-IDF"] = (matrix, _) => new UserKnnTrainer(new() { Weighting = MatrixWeighting.TfIdf }).Train(matrix),
        ["sequential rules"] = (matrix, cores) => new SessionRulesTrainer(SessionRuleSettings.Sequential, cores).Train(matrix),
    };

    [Theory]
    [MemberData(nameof(Names))]
    public void Explain_AnyProfile_AddsUpToTheScore(string name) =>
        Gen.Select(Histories.Any, Histories.AnyProfile).Sample((matrix, profile) =>
        {
            var model = Trainers[name](matrix, 1);
            var scores = model.Scored(profile, ItemCount);
            for (var target = 0; target < ItemCount; target++)
            {
                var contributions = new float[profile.Length];
                model.Explain(profile, target, contributions);
                Assert.Equal(scores[target], contributions.Sum(), 1e-4f);
            }
        }, iter: 100);

    [Theory]
    [MemberData(nameof(Names))]
    public void Train_TwoCores_SameAsOne(string name)
    {
        // More items than one share of the work.
        int[][] people = [.. Enumerable.Range(0, 60).Select(person =>
            Enumerable.Range(0, 9).Select(step => ((person * 7) + (step * step * 11)) % 300).Distinct().ToArray())];
        var matrix = Histories.Of(300, people);
        var (one, two) = (Trainers[name](matrix, 1), Trainers[name](matrix, 2));

        for (var item = 0; item < 300; item += 7) Assert.Equal(one.Said(item, 300), two.Said(item, 300));
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void Train_Nobody_NoScores(string name) =>
        Assert.All(Trainers[name](Histories.Of(ItemCount), 1).Said(0, ItemCount), score => Assert.Equal(0, score));

    private static ItemKnnSettings Plain(ItemSimilarity similarity) =>
        new() { Weighting = MatrixWeighting.None, Similarity = similarity, Shrinkage = 1, Neighbours = 3 };
}

using System.Globalization;
using PersonalizationEngine.Core.Recommendations;
using PersonalizationEngine.Core.Recommendations.Evaluation;
using PersonalizationEngine.Core.Recommendations.Models.Persistence;
using PersonalizationEngine.Core.Recommendations.Training;

namespace PersonalizationEngine.Core.Tests.Recommendations.Quality;

/// <summary>MovieLens-100K, all ratings relevant, k = 10, seen items left out, no candidate sampling.</summary>
public sealed class MovieLensTests(ITestOutputHelper output)
{
    private const int K = 10;

    [Fact]
    public void Popular_MicrosoftSplit_EqualsTheAnchor() =>
        Assert.InRange(MicrosoftSplit().Timeless().Evaluate(new(), K, output, popularOnly: true).Ndcg, 0.250, 0.254);

    [Fact]
    public void Recommend_MicrosoftSplit_BeatsEveryPublishedNeighbourModel()
    {
        var served = MicrosoftSplit().Timeless().Evaluate(new(), K, output);

        Assert.True(served.Ndcg >= 0.47, $"nDCG@10 {served.Ndcg:F4}");
        Assert.True(served.Coverage >= 0.14, $"coverage {served.Coverage:F3}");
    }

    [Fact]
    public void Recommend_EachPersonSplitByTime_WhatIsNewestCountsMost()
    {
        var split = ByTime(person => person.Length * 8 / 10);
        var served = split.Evaluate(new(), K, output);
        var timeless = split.Timeless().Evaluate(new(), K, output);

        Assert.True(served.Ndcg >= 0.225, $"nDCG@10 {served.Ndcg:F4}");
        Assert.True(served.Ndcg > timeless.Ndcg + 0.02, $"nDCG@10 {served.Ndcg:F4} and {timeless.Ndcg:F4} without times");
    }

    [Fact]
    public void Recommend_NewcomersAsTheyCome_BetterThanPopularityInHindsight()
    {
        // A fifth of the people are newcomers: models learn nothing from them, and they ask on the day they know so many films.
        Interaction[] all = [.. ByTime(person => person.Length).Train.OrderBy(rating => rating.At)];
        var rest = ByTime(_ => 0).Test;
        using var others = new Recommender(new());
        using var hindsight = new Recommender(new() { PopularityHalfLife = TimeSpan.FromDays(3650) });
        foreach (var rating in all.Where(rating => !IsNewcomer(rating)))
        {
            others.Learn(rating);
            hindsight.Learn(rating);
        }

        var models = new RecommenderTrainer(new(), Environment.ProcessorCount).Train(others.TrainingData());
        using var served = new Recommender(new());
        served.Use(served.Read(others.Write(models, new TrainedOn(0, 0, 0, 0))).Model!.Models);

        var figures = new[] { 1, 5, 10, 20 }.ToDictionary(k => k, _ => (Served: new RankingEvaluation(K, 1682), Popular: new RankingEvaluation(K, 1682)));
        var met = all.Where(IsNewcomer).Select(rating => rating.PersonId).Distinct().ToDictionary(person => person, _ => new List<string>());
        foreach (var rating in all)
        {
            served.Learn(rating);
            if (!met.TryGetValue(rating.PersonId, out var known)) continue;
            known.Add(rating.ItemId);
            rest[rating.PersonId].Remove(rating.ItemId);
            if (!figures.TryGetValue(known.Count, out var judged)) continue;
            var query = new RecommendationQuery { PersonId = rating.PersonId, Instant = rating.At, Limit = K };
            judged.Served.Add(Ids(served.Recommend(query)), rest[rating.PersonId]);
            judged.Popular.Add(Ids(hindsight.Popular(query with { ExcludeIds = known, Instant = all[^1].At })), rest[rating.PersonId]);
        }

        foreach (var (k, (ours, popular)) in figures)
        {
            output.WriteLine($"{k} known: served nDCG@10 {ours.Ndcg:F4}, popularity {popular.Ndcg:F4}, {ours.People} people");
            Assert.True(ours.Ndcg > popular.Ndcg, $"{k} known: nDCG@10 {ours.Ndcg:F4}, popularity {popular.Ndcg:F4}");
        }
    }

    private static string[] Ids(RecommendationPage page) => [.. page.Items.Select(item => item.ItemId)];

    private static bool IsNewcomer(Interaction rating) => rating.PersonId[^1] is '0' or '5';

    private static Split MicrosoftSplit() => new(
        [.. SharedData.Lines("ms-ml100k-split/train.tsv").Select(Read)],
        Relevant(SharedData.Lines("ms-ml100k-split/test.tsv").Select(Read)));

    /// <summary>The first ratings of each person, as many as told, are learned, the rest held back.</summary>
    private static Split ByTime(Func<Interaction[], int> learned)
    {
        var people = SharedData.Lines("ms-ml100k-split/train.tsv").Concat(SharedData.Lines("ms-ml100k-split/test.tsv"))
            .Select(Read)
            .GroupBy(rating => rating.PersonId)
            .Select(person => person.OrderBy(rating => rating.At).ToArray())
            .ToArray();
        return new Split(
            [.. people.SelectMany(person => person.Take(learned(person)))],
            Relevant(people.SelectMany(person => person.Skip(learned(person)))));
    }

    private static Dictionary<string, HashSet<string>> Relevant(IEnumerable<Interaction> heldBack) =>
        heldBack
            .GroupBy(rating => rating.PersonId)
            .ToDictionary(person => person.Key, person => person.Select(rating => rating.ItemId).ToHashSet());

    private static Interaction Read(string line)
    {
        var fields = line.Split('\t');
        var at = DateTimeOffset.FromUnixTimeSeconds(long.Parse(fields[3], CultureInfo.InvariantCulture));
        return new Interaction(fields[0], fields[1], "", 1, at);
    }
}

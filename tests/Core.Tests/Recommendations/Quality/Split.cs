using System.Diagnostics;
using System.Globalization;
using PersonalizationEngine.Core.Recommendations;
using PersonalizationEngine.Core.Recommendations.Evaluation;
using PersonalizationEngine.Core.Recommendations.Training;

namespace PersonalizationEngine.Core.Tests.Recommendations.Quality;

/// <summary>Interactions to learn and, for each person, the items that turned out relevant.</summary>
internal sealed record Split(IReadOnlyList<Interaction> Train, IReadOnlyDictionary<string, HashSet<string>> Test)
{
    /// <summary>The same, all at one instant: what is held back of a random split lies between what is learned, and times mislead.</summary>
    public Split Timeless() => this with { Train = [.. Train.Select(interaction => interaction with { At = DateTimeOffset.UnixEpoch })] };

    /// <summary>Learns the train part, trains, and ranks for all people of the test part as of the last event.</summary>
    public RankingEvaluation Evaluate(
        RecommenderSettings settings, int k, ITestOutputHelper output, bool popularOnly = false)
    {
        using var recommender = new Recommender(settings);
        var clock = Stopwatch.StartNew();
        foreach (var interaction in Train) recommender.Learn(interaction);
        var learning = clock.Elapsed;
        clock.Restart();
        recommender.Use(new RecommenderTrainer(settings, Environment.ProcessorCount).Train(recommender.TrainingData()));
        var training = clock.Elapsed;

        var end = Train.Max(interaction => interaction.At);
        var evaluation = new RankingEvaluation(k, Train.Select(interaction => interaction.ItemId).Distinct().Count());
        clock.Restart();
        foreach (var (person, relevant) in Test)
        {
            var query = new RecommendationQuery { PersonId = person, Instant = end, Limit = k };
            var page = popularOnly ? recommender.Popular(query) : recommender.Recommend(query);
            evaluation.Add([.. page.Items.Select(item => item.ItemId)], relevant);
        }

        output.WriteLine(string.Create(
            CultureInfo.InvariantCulture,
            $"@{k}: nDCG {evaluation.Ndcg:F4}, P {evaluation.Precision:F4}, R {evaluation.Recall:F4}, MAP {evaluation.Map:F4}, "
            + $"HR {evaluation.HitRate:F4}, coverage {evaluation.Coverage:F3}, {evaluation.People} people; "
            + $"learn {learning.TotalMicroseconds / Train.Count:F2} us/event, train {training.TotalMilliseconds:F0} ms, "
            + $"answer {clock.Elapsed.TotalMicroseconds / Test.Count:F0} us"));
        return evaluation;
    }
}

using System.Diagnostics;
using System.Globalization;
using PersonalizationEngine.Core.Recommendations.Evaluation;
using PersonalizationEngine.Core.Recommendations.Models;
using PersonalizationEngine.Core.Recommendations.Models.Linear;

namespace PersonalizationEngine.Core.Tests.Recommendations.Quality.Published;

/// <summary>
/// EASE against the numbers of "A Worrying Reproducibility Study of Intent-Aware Recommendation Models" (SIGIR 2025) on its
/// own files, and against Microsoft's split of MovieLens-100K, whose best published row has an nDCG@10 of .4751.
/// </summary>
public sealed class EaseTests(ITestOutputHelper output)
{
    private static readonly EaseSettings Published =
        new() { UnitWeights = true, MinimumInteractions = 1, WeightsPerItem = 0, Cores = 2 };

    [Theory]
    [InlineData("MovieLens", 210.9260335725507, 0.119, 0.185)]
    [InlineData("Music", 47.11431042076403, 0.158, 0.214)]
    public void Train_FilesOfTheStudy_EqualsThePublishedRecall(string name, double lambda, double recall5, double recall10)
    {
        var data = Pairs($"ids4nr/{name}.train.txt", $"ids4nr/{name}.test.txt");
        var model = Train(data, Published with { Lambda = lambda });

        Assert.Equal(recall5, Evaluate(data, model, 5).Recall, 0.001);
        Assert.Equal(recall10, Evaluate(data, model, 10).Recall, 0.001);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(200)]
    public void Train_MicrosoftSplit_BeatsEveryPublishedRow(int weightsPerItem)
    {
        var data = Ratings();
        var model = Train(data, Published with { Lambda = 300, WeightsPerItem = weightsPerItem });

        Assert.True(Evaluate(data, model, 10).Ndcg >= 0.483);
    }

    [Fact]
    public void Train_MicrosoftSplitWithDefaults_NoWorse()
    {
        // Every rating has weight 1 here: the weighted sums are those of 0 and 1.
        var data = Ratings();

        Assert.True(Evaluate(data, Train(data, new EaseSettings { Lambda = 300 }), 10).Ndcg >= 0.483);
    }

    private LinearItemModel Train(Data data, EaseSettings settings)
    {
        var clock = Stopwatch.StartNew();
        var gram = new EaseGram(data.Matrix, settings);
        var summed = clock.Elapsed;
        var model = gram.Solve(settings.Lambda).Model;
        output.WriteLine($"{gram.Items.Length} items: sums {summed.TotalMilliseconds:F0} ms, "
            + $"solve {(clock.Elapsed - summed).TotalMilliseconds:F0} ms, {model?.WeightCount} weights");
        Assert.NotNull(model);
        return model;
    }

    private RankingEvaluation Evaluate(Data data, LinearItemModel model, int k)
    {
        var evaluation = new RankingEvaluation(k, data.Matrix.ItemCount);
        var scores = new ScoreBuffer();
        for (var person = 0; person < data.Matrix.PersonCount; person++)
        {
            var seen = data.Matrix.ItemsOf(person).ToArray();
            scores.Reset(data.Matrix.ItemCount);
            model.Score([.. seen.Select(item => new WeightedItem(item, 1))], scores);
            var ranking = scores.Touched.ToArray()
                .Except(seen)
                .OrderByDescending(item => scores[item])
                .ThenBy(item => item)
                .Take(k)
                .Select(item => item.ToString(CultureInfo.InvariantCulture));
            evaluation.Add([.. ranking], data.Relevant[person]);
        }

        output.WriteLine($"@{k}: nDCG {evaluation.Ndcg:F4}, R {evaluation.Recall:F4}, P {evaluation.Precision:F4}");
        return evaluation;
    }

    private static Data Pairs(string trainPath, string testPath)
    {
        return Read(Lines(trainPath), Lines(testPath));

        static IEnumerable<(string, string)> Lines(string path) =>
            from line in SharedData.Lines(path)
            let fields = line.Split(' ', StringSplitOptions.RemoveEmptyEntries)
            from item in fields.Skip(1)
            select (fields[0], item);
    }

    private static Data Ratings()
    {
        return Read(Lines("ms-ml100k-split/train.tsv"), Lines("ms-ml100k-split/test.tsv"));

        static IEnumerable<(string, string)> Lines(string path) =>
            SharedData.Lines(path).Select(line => line.Split('\t')).Select(fields => (fields[0], fields[1]));
    }

    /// <summary>People of the test part only come with an empty history, as the study has them.</summary>
    private static Data Read(IEnumerable<(string Person, string Item)> train, IEnumerable<(string Person, string Item)> test)
    {
        var learned = train.ToLookup(pair => pair.Person, pair => pair.Item);
        var asked = test.ToLookup(pair => pair.Person, pair => pair.Item);
        Dictionary<string, int> numbers = [];
        foreach (var item in learned.Concat(asked).SelectMany(items => items)) numbers.TryAdd(item, numbers.Count);

        var matrix = new InteractionMatrixBuilder();
        List<HashSet<string>> relevant = [];
        foreach (var person in learned.Concat(asked).Select(items => items.Key).Distinct())
        {
            foreach (var item in learned[person].Distinct()) matrix.Add(numbers[item], 1, minute: 0);
            matrix.EndPerson();
            relevant.Add([.. asked[person].Select(item => numbers[item].ToString(CultureInfo.InvariantCulture))]);
        }

        return new Data(matrix.Build(numbers.Count), relevant);
    }

    private sealed record Data(InteractionMatrix Matrix, List<HashSet<string>> Relevant);
}

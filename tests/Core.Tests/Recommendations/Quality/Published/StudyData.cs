using System.Globalization;
using PersonalizationEngine.Core.Recommendations.Evaluation;
using PersonalizationEngine.Core.Recommendations.Models;

namespace PersonalizationEngine.Core.Tests.Recommendations.Quality.Published;

/// <summary>A published split as numbers, for models without the recommender around them.</summary>
/// <param name="Relevant">What was held back from each person.</param>
internal sealed record StudyData(InteractionMatrix Matrix, IReadOnlyList<HashSet<string>> Relevant)
{
    /// <summary>Files of lines "person item item ...".</summary>
    public static StudyData Pairs(string trainPath, string testPath)
    {
        return Read(Lines(trainPath), Lines(testPath));

        static IEnumerable<(string, string)> Lines(string path) =>
            from line in SharedData.Lines(path)
            let fields = line.Split(' ', StringSplitOptions.RemoveEmptyEntries)
            from item in fields.Skip(1)
            select (fields[0], item);
    }

    /// <summary>Microsoft's split of MovieLens-100K: all ratings are relevant.</summary>
    public static StudyData Ratings()
    {
        return Read(Lines("ms-ml100k-split/train.tsv"), Lines("ms-ml100k-split/test.tsv"));

        static IEnumerable<(string, string)> Lines(string path) =>
            SharedData.Lines(path).Select(line => line.Split('\t')).Select(fields => (fields[0], fields[1]));
    }

    /// <summary>Ranks what each person has not seen, ties by number.</summary>
    public RankingEvaluation Evaluate(IItemModel model, int k, ITestOutputHelper output)
    {
        var evaluation = new RankingEvaluation(k, Matrix.ItemCount);
        var scores = new ScoreBuffer();
        for (var person = 0; person < Matrix.PersonCount; person++)
        {
            var seen = Matrix.ItemsOf(person).ToArray();
            scores.Reset(Matrix.ItemCount);
            model.Score([.. seen.Select(item => new WeightedItem(item, 1))], scores);
            var ranking = scores.Touched.ToArray()
                .Except(seen)
                .OrderByDescending(item => scores[item])
                .ThenBy(item => item)
                .Take(k)
                .Select(Id);
            evaluation.Add([.. ranking], Relevant[person]);
        }

        output.WriteLine($"@{k}: nDCG {evaluation.Ndcg:F4}, R {evaluation.Recall:F4}, P {evaluation.Precision:F4}");
        return evaluation;
    }

    /// <summary>People of the test part only come with an empty history, as the study has them.</summary>
    private static StudyData Read(IEnumerable<(string Person, string Item)> train, IEnumerable<(string Person, string Item)> test)
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
            relevant.Add([.. asked[person].Select(item => Id(numbers[item]))]);
        }

        return new StudyData(matrix.Build(numbers.Count), relevant);
    }

    private static string Id(int item) => item.ToString(CultureInfo.InvariantCulture);
}

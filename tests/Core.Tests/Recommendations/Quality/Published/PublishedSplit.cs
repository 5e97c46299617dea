using System.Globalization;
using PersonalizationEngine.Core.Recommendations.Evaluation;
using PersonalizationEngine.Core.Recommendations.Models;

namespace PersonalizationEngine.Core.Tests.Recommendations.Quality.Published;

/// <summary>A train and a test file that others published figures of, for one model at a time, numbered as they are.</summary>
internal sealed class PublishedSplit
{
    private readonly IReadOnlyList<PublishedMeeting> _test;

    private PublishedSplit(IReadOnlyList<PublishedMeeting> train, IReadOnlyList<PublishedMeeting> test)
    {
        _test = test;
        var people = train.ToLookup(meeting => meeting.Person);
        var all = train.Concat(test);
        var matrix = new InteractionMatrixBuilder();
        for (var person = 0; person <= all.Max(meeting => meeting.Person); person++)
        {
            foreach (var (_, item, rating, minute) in people[person].OrderBy(meeting => meeting.Minute))
                matrix.Add(item, rating, minute);
            matrix.EndPerson();
        }

        Train = matrix.Build(all.Max(meeting => meeting.Item) + 1);
    }

    public InteractionMatrix Train { get; }

    /// <summary>The files of the SIGIR 2025 study: `person item item ...` a line.</summary>
    public static PublishedSplit Ids4Nr(string name) =>
        new([.. Adjacency($"ids4nr/{name}.train.txt")], [.. Adjacency($"ids4nr/{name}.test.txt")]);

    /// <summary>Microsoft's split of MovieLens-100K: `person item rating seconds` a line.</summary>
    public static PublishedSplit Microsoft() =>
        new([.. Ratings("ms-ml100k-split/train.tsv")], [.. Ratings("ms-ml100k-split/test.tsv")]);

    /// <summary>Ranks all items the person did not meet in training, ties to the lower number.</summary>
    /// <param name="profileOf">What the model is asked with; the plain history, each item with weight 1, if null.</param>
    public RankingEvaluation Evaluate(
        IItemModel model, int k, ITestOutputHelper output, Func<int, WeightedItem[]>? profileOf = null)
    {
        var evaluation = new RankingEvaluation(k, Train.ItemCount);
        var scores = new ScoreBuffer();
        foreach (var person in _test.GroupBy(meeting => meeting.Person))
        {
            var met = Train.ItemsOf(person.Key).ToArray();
            scores.Reset(Train.ItemCount);
            model.Score(profileOf?.Invoke(person.Key) ?? [.. met.Select(item => new WeightedItem(item, 1))], scores);
            var ranking = scores.Touched.ToArray()
                .Except(met)
                .OrderByDescending(item => scores[item])
                .ThenBy(item => item)
                .Take(k)
                .Select(Name);
            evaluation.Add([.. ranking], person.Select(meeting => Name(meeting.Item)).ToHashSet());
        }

        output.WriteLine(string.Create(
            CultureInfo.InvariantCulture,
            $"@{k}: P {evaluation.Precision:F4}, R {evaluation.Recall:F4}, nDCG {evaluation.Ndcg:F4}, MAP {evaluation.Map:F4}, "
            + $"coverage {evaluation.Coverage:F3}, {evaluation.People} people"));
        return evaluation;
    }

    private static string Name(int item) => item.ToString(CultureInfo.InvariantCulture);

    private static IEnumerable<PublishedMeeting> Adjacency(string path) =>
        from line in SharedData.Lines(path)
        let fields = line.Split(' ', StringSplitOptions.RemoveEmptyEntries)
        from item in fields.Skip(1)
        select new PublishedMeeting(Number(fields[0]), Number(item), 1, 0);

    private static IEnumerable<PublishedMeeting> Ratings(string path) =>
        from line in SharedData.Lines(path)
        let fields = line.Split('\t')
        select new PublishedMeeting(Number(fields[0]), Number(fields[1]), Number(fields[2]), Number(fields[3]) / 60);

    private static int Number(string text) => int.Parse(text, CultureInfo.InvariantCulture);
}

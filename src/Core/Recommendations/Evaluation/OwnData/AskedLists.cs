using PersonalizationEngine.Core.Recommendations.Blending;

namespace PersonalizationEngine.Core.Recommendations.Evaluation.OwnData;

/// <summary>What one contender recommended to each of the people, and how good it was.</summary>
/// <param name="reachable">How many items could be recommended.</param>
internal sealed class AskedLists(IReadOnlyList<JudgedPerson> people, int k, int reachable, ItemFame fame, ItemLabels labels)
{
    private static readonly PersonMeasure[] Measures = Enum.GetValues<PersonMeasure>();

    private readonly double[][] _values = [.. Measures.Select(_ => new double[people.Count])];
    private readonly string[][] _lists = new string[people.Count][];

    /// <summary>Each place may be written by another thread.</summary>
    public void Put(int place, string[] list)
    {
        var relevant = people[place].Relevant;
        _lists[place] = list;
        Put(PersonMeasure.Precision, RankingMetrics.Precision(list, relevant, k));
        Put(PersonMeasure.Recall, RankingMetrics.Recall(list, relevant, k));
        Put(PersonMeasure.Ndcg, RankingMetrics.Ndcg(list, relevant, k));
        Put(PersonMeasure.Map, RankingMetrics.AveragePrecision(list, relevant, k));
        Put(PersonMeasure.HitRate, RankingMetrics.HitRate(list, relevant, k));
        Put(PersonMeasure.Novelty, fame.Novelty(list));
        Put(PersonMeasure.Diversity, labels.Diversity(list));

        void Put(PersonMeasure measure, double? value) => _values[(int)measure][place] = value ?? double.NaN;
    }

    public ContenderReport Report(BlendPart? part)
    {
        var bands = Enumerable.Range(0, people.Count).GroupBy(place => BandOf(people[place].Known)).OrderBy(band => band.Key);
        return new ContenderReport(
            part, Figures(null, [.. Enumerable.Range(0, people.Count)]), [.. bands.Select(band => Figures(band.Key, [.. band]))]);
    }

    private GroupFigures Figures(int? fromItems, int[] places)
    {
        var estimates = Bootstrap.Estimate([.. _values.Select(values => places.Select(place => values[place]).ToArray())]);
        return new GroupFigures(
            fromItems,
            places.Length,
            Always(PersonMeasure.Precision),
            Always(PersonMeasure.Recall),
            Always(PersonMeasure.Ndcg),
            Always(PersonMeasure.Map),
            Always(PersonMeasure.HitRate),
            (double)places.SelectMany(place => _lists[place]).Distinct(StringComparer.Ordinal).Count() / reachable,
            estimates[(int)PersonMeasure.Novelty],
            estimates[(int)PersonMeasure.Diversity]);

        Estimate Always(PersonMeasure measure) => estimates[(int)measure]!.Value;
    }

    private static int BandOf(int known)
    {
        var edges = BlendPlan.BandEdges;
        var band = 0;
        while (band + 1 < edges.Length && edges[band + 1] <= known) band++;
        return edges[band];
    }
}

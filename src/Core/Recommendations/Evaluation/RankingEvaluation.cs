namespace PersonalizationEngine.Core.Recommendations.Evaluation;

/// <summary>Averages <see cref="RankingMetrics"/> at one depth over all people who have at least one relevant item.</summary>
/// <param name="k">How many places count, from 1.</param>
/// <param name="catalogueSize">How many items could have been recommended, for <see cref="Coverage"/>; from 1.</param>
public sealed class RankingEvaluation(int k, int catalogueSize)
{
    private readonly HashSet<string> _recommended = [];
    private double _precision;
    private double _recall;
    private double _hitRate;
    private double _ndcg;
    private double _averagePrecision;

    /// <summary>How many people counted.</summary>
    public int People { get; private set; }

    public double Precision => Mean(_precision);
    public double Recall => Mean(_recall);
    public double HitRate => Mean(_hitRate);
    public double Ndcg => Mean(_ndcg);

    /// <summary>Mean average precision.</summary>
    public double Map => Mean(_averagePrecision);

    /// <summary>Different items recommended to anybody / items of the catalogue.</summary>
    public double Coverage => (double)_recommended.Count / catalogueSize;

    /// <summary>Counts one person's ranking, best first; a person without relevant items is left out.</summary>
    public void Add(IReadOnlyList<string> ranking, IReadOnlySet<string> relevant)
    {
        if (relevant.Count == 0) return;
        People++;
        _precision += RankingMetrics.Precision(ranking, relevant, k);
        _recall += RankingMetrics.Recall(ranking, relevant, k);
        _hitRate += RankingMetrics.HitRate(ranking, relevant, k);
        _ndcg += RankingMetrics.Ndcg(ranking, relevant, k);
        _averagePrecision += RankingMetrics.AveragePrecision(ranking, relevant, k);
        for (var place = 0; place < Math.Min(k, ranking.Count); place++) _recommended.Add(ranking[place]);
    }

    private double Mean(double sum) => People == 0 ? 0 : sum / People;
}

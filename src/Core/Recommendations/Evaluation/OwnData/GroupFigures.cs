namespace PersonalizationEngine.Core.Recommendations.Evaluation.OwnData;

/// <summary>How good the lists for some people were; the measures are those of <see cref="RankingMetrics"/>.</summary>
/// <param name="FromItems">The band: people who had met at least so many items, up to the next band; null for everybody.</param>
/// <param name="Map">Mean average precision.</param>
/// <param name="Coverage">
/// Different items recommended to anybody / items that could be, 0 to 1. It has no interval: who draws people anew draws some
/// twice, and so always finds fewer different items.
/// </param>
/// <param name="Novelty">
/// Mean over a list of -log2 of the share of people who had met the item: 0 for what everybody knows, and 1 more for each time
/// it is known to half as many. What nobody had met counts as met by one. Null where nothing was recommended.
/// </param>
/// <param name="Diversity">
/// 1 - mean cosine of the categories and tags of two items of a list, 0 (all alike) to 1. Null where no list had two items with
/// any.
/// </param>
public sealed record GroupFigures(
    int? FromItems,
    int People,
    Estimate Precision,
    Estimate Recall,
    Estimate Ndcg,
    Estimate Map,
    Estimate HitRate,
    double Coverage,
    Estimate? Novelty,
    Estimate? Diversity);

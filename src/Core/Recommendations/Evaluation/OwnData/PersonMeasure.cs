namespace PersonalizationEngine.Core.Recommendations.Evaluation.OwnData;

/// <summary>What is measured of each person's list by itself.</summary>
internal enum PersonMeasure
{
    Precision,
    Recall,
    Ndcg,
    Map,
    HitRate,
    Novelty,
    Diversity,
}

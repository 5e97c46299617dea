using PersonalizationEngine.Core.Recommendations.Blending;
using PersonalizationEngine.Core.Recommendations.Evaluation.OwnData;

namespace PersonalizationEngine.Functions.Admin.Recommenders.Evaluation;

/// <param name="FromItems">The band: people who had met at least so many items; null for everybody.</param>
/// <param name="ToItems">And at most so many; null for any number.</param>
/// <param name="Coverage">Different items recommended / items that could be; without an interval.</param>
/// <param name="Novelty">In bits; null where nothing was recommended.</param>
/// <param name="Diversity">Null where no list had two items with categories or tags.</param>
internal sealed record GroupAnswer(
    int? FromItems,
    int? ToItems,
    int People,
    EstimateAnswer Precision,
    EstimateAnswer Recall,
    EstimateAnswer Ndcg,
    EstimateAnswer Map,
    EstimateAnswer HitRate,
    double Coverage,
    EstimateAnswer? Novelty,
    EstimateAnswer? Diversity)
{
    public static GroupAnswer Of(GroupFigures figures) => new(
        figures.FromItems,
        BlendPlan.BandEdges.ToArray().Where(edge => edge > figures.FromItems).Select(edge => (int?)edge - 1).FirstOrDefault(),
        figures.People,
        EstimateAnswer.Of(figures.Precision),
        EstimateAnswer.Of(figures.Recall),
        EstimateAnswer.Of(figures.Ndcg),
        EstimateAnswer.Of(figures.Map),
        EstimateAnswer.Of(figures.HitRate),
        EstimateAnswer.Rounded(figures.Coverage),
        figures.Novelty is { } novelty ? EstimateAnswer.Of(novelty) : null,
        figures.Diversity is { } diversity ? EstimateAnswer.Of(diversity) : null);
}

using PersonalizationEngine.Engine.Recommendations.Training;

namespace PersonalizationEngine.Functions.Admin.Recommenders;

/// <param name="Active">The one that personal lists come from.</param>
internal sealed record RecommendersAnswer(string Active, IReadOnlyList<RecommenderAnswer> Recommenders)
{
    public static RecommendersAnswer Of(string active, string embedded, ModelReport report)
    {
        var ours = RecommenderAnswer.Of(embedded, active == embedded, report);
        return new RecommendersAnswer(active, active == embedded ? [ours] : [RecommenderAnswer.Outside(active), ours]);
    }
}

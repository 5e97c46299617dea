using PersonalizationEngine.Core.Recommendations;
using PersonalizationEngine.Engine.Ports;

namespace PersonalizationEngine.Engine.Tests.Ports;

internal sealed class RecommenderInMemory(params string[] items) : IRecommender
{
    public Disturbance Disturbance { get; } = new();

    public List<RecommendationQuery> Queries { get; } = [];

    /// <summary>A recommender that stands in for this one; null when none has to.</summary>
    public string? StandIn { get; set; }

    public string Name => "shelf";

    public async ValueTask<RecommendationPage> RecommendAsync(RecommendationQuery query, CancellationToken cancellationToken)
    {
        lock (Queries) Queries.Add(query);
        await Disturbance.PassAsync();
        var page = items.Skip(query.Offset).Take(query.Limit).Select(item => new RecommendedItem(item, 1, RecommendationSource.Popular, new RecommendationReason(ReasonKind.Popular)));
        return new RecommendationPage([.. page], query.Offset, query.Offset + query.Limit < items.Length)
        {
            Recommender = StandIn,
            IsStandIn = StandIn is not null,
        };
    }
}

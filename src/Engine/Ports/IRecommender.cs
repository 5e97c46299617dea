using PersonalizationEngine.Core.Recommendations;

namespace PersonalizationEngine.Engine.Ports;

/// <summary>Proposes items.</summary>
public interface IRecommender
{
    /// <summary>As answers name it.</summary>
    string Name { get; }

    ValueTask<RecommendationPage> RecommendAsync(RecommendationQuery query, CancellationToken cancellationToken);
}

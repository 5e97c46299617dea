using PersonalizationEngine.Core.Recommendations;

namespace PersonalizationEngine.Engine.Ports;

/// <summary>The recommender in this process: always there, and knows at once what a person has met. Others lean on it.</summary>
public interface IEmbeddedRecommender : IRecommender
{
    /// <summary>Which of the items somebody else proposed may be shown for the query, in the order given, each once.</summary>
    IReadOnlyList<string> Showable(RecommendationQuery query, IEnumerable<string> itemIds);
}

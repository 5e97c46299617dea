using PersonalizationEngine.Core.Recommendations;

namespace PersonalizationEngine.Engine.Ports;

/// <summary>The recommender in this process: always there, and knows at once what a person has met. Others lean on it.</summary>
public interface IEmbeddedRecommender : IRecommender
{
    /// <summary>One of the lists there are.</summary>
    RecommendationPage Ask(RecommendationShelf shelf, RecommendationQuery query);

    /// <summary>The personal list behind what somebody else proposed, in the order given, as far as it may be shown.</summary>
    RecommendationPage Complete(RecommendationQuery query, IReadOnlyList<string> proposedIds);

    /// <summary>Whether the item is in the catalogue, hidden or not, or somebody has met it.</summary>
    bool Knows(string itemId);

    /// <summary>How an item does with people; null for one that nobody has met.</summary>
    ItemStanding? StandingOf(string itemId);

    /// <summary>Which of the items somebody else proposed may be shown for the query, in the order given, each once.</summary>
    IReadOnlyList<string> Showable(RecommendationQuery query, IEnumerable<string> itemIds);
}

using PersonalizationEngine.Core.Recommendations;
using PersonalizationEngine.Engine.Ingestion.Items;

namespace PersonalizationEngine.Engine.Ports;

/// <summary>How a recommender learns. Calls return at once; what was told shows in the next recommendation.</summary>
public interface IRecommenderFeed
{
    void Observe(IReadOnlyList<Interaction> interactions);

    /// <summary>Two people turned out to be one.</summary>
    void Merge(string fromPersonId, string toPersonId);

    /// <summary>Facts older than what is known of the item change nothing.</summary>
    void Apply(ItemChange change);
}

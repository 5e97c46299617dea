using PersonalizationEngine.Core.Recommendations;
using PersonalizationEngine.Engine.Ingestion.Items;

namespace PersonalizationEngine.Engine.Ports;

/// <summary>How a recommender learns. Calls return at once; what was told shows in the next recommendation.</summary>
public interface IRecommenderFeed
{
    void Observe(IReadOnlyList<Interaction> interactions);

    /// <summary>Two people turned out to be one.</summary>
    void Merge(string fromPersonId, string toPersonId);

    void Put(ItemRecord item);

    void Remove(string itemId);
}

using PersonalizationEngine.Core.Recommendations;
using PersonalizationEngine.Engine.Ingestion.Items;
using PersonalizationEngine.Engine.Recommendations;

namespace PersonalizationEngine.Engine.Ports;

/// <summary>How a recommender learns. Calls return at once; what was told shows in the next recommendation.</summary>
public interface IRecommenderFeed
{
    void Observe(IReadOnlyList<Interaction> interactions);

    /// <summary>Recommendations were shown and clicked.</summary>
    void NoteShown(IReadOnlyList<ShownItem> shown);

    /// <summary>Two people turned out to be one.</summary>
    void Merge(string fromPersonId, string toPersonId);

    /// <summary>Nothing is known of what the person did any more.</summary>
    void Forget(string personId);

    /// <summary>Facts older than what is known of the item change nothing.</summary>
    void Apply(ItemChange change);
}

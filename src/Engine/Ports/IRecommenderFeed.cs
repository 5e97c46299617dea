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

    /// <summary>Somebody was erased: their history and their id are gone at once; what models were trained on is gone with the next training.</summary>
    void Forget(string personId);

    /// <summary>What somebody has met, by the ids of the items, oldest first.</summary>
    IReadOnlyList<string> ItemsMetBy(string personId);

    /// <summary>Facts older than what is known of the item change nothing.</summary>
    void Apply(ItemChange change);
}

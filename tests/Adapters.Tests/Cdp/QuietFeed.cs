using PersonalizationEngine.Core.Recommendations;
using PersonalizationEngine.Engine.Ingestion.Items;
using PersonalizationEngine.Engine.Ports;
using PersonalizationEngine.Engine.Recommendations;

namespace PersonalizationEngine.Adapters.Tests.Cdp;

/// <summary>A recommender that learns nothing.</summary>
internal sealed class QuietFeed : IRecommenderFeed
{
    public void Observe(IReadOnlyList<Interaction> interactions)
    {
    }

    public void NoteShown(IReadOnlyList<ShownItem> shown)
    {
    }

    public void Merge(string fromPersonId, string toPersonId)
    {
    }

    public void Forget(string personId)
    {
    }

    public IReadOnlyList<string> ItemsMetBy(string personId) => [];

    public void Apply(ItemChange change)
    {
    }
}

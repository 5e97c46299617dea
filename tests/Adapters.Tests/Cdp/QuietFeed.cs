using PersonalizationEngine.Core.Recommendations;
using PersonalizationEngine.Engine.Ingestion.Items;
using PersonalizationEngine.Engine.Ports;

namespace PersonalizationEngine.Adapters.Tests.Cdp;

/// <summary>A recommender that learns nothing.</summary>
internal sealed class QuietFeed : IRecommenderFeed
{
    public void Observe(IReadOnlyList<Interaction> interactions)
    {
    }

    public void Merge(string fromPersonId, string toPersonId)
    {
    }

    public void Apply(ItemChange change)
    {
    }
}

using PersonalizationEngine.Core.Recommendations.Live;
using PersonalizationEngine.Core.Recommendations.Models;

namespace PersonalizationEngine.Core.Recommendations.Serving;

/// <summary>All that an answer is made from, unchanging while it is made.</summary>
internal readonly record struct Knowledge(LiveState State, Catalogue Catalogue, TrainedModels Models, RecommenderSettings Settings)
{
    /// <summary>The item's title, or its id.</summary>
    public string NameOf(int item) =>
        Catalogue.Find(item)?.Title is { Length: > 0 } title ? title : State.Items[item];
}

using PersonalizationEngine.Core.Recommendations;
using PersonalizationEngine.Engine.Ingestion.Items;
using PersonalizationEngine.Engine.Ports;
using PersonalizationEngine.Engine.Recommendations;

namespace PersonalizationEngine.Engine.Tests.Ports;

internal sealed class RecommenderFeedInMemory : IRecommenderFeed
{
    public List<Interaction> Interactions { get; } = [];

    public List<(string From, string To)> Merges { get; } = [];

    public List<ItemChange> Items { get; } = [];

    public void Observe(IReadOnlyList<Interaction> interactions) => Interactions.AddRange(interactions);

    public List<ShownItem> Shown { get; } = [];

    public void NoteShown(IReadOnlyList<ShownItem> shown) => Shown.AddRange(shown);

    public void Merge(string fromPersonId, string toPersonId) => Merges.Add((fromPersonId, toPersonId));

    public List<string> Forgotten { get; } = [];

    public void Forget(string personId) => Forgotten.Add(personId);

    public IReadOnlyList<string> ItemsMetBy(string personId) =>
        [.. Interactions.Where(one => one.PersonId == personId).Select(one => one.ItemId).Distinct()];

    public void Apply(ItemChange change) => Items.Add(change);
}

namespace PersonalizationEngine.Core.Decisions.Receipts;

/// <summary>Finds items that rules pin, and remembers what it found.</summary>
public sealed class PinnedItems(Func<string, ItemCandidate?> find)
{
    private readonly List<ItemCandidate> _found = [];

    public IReadOnlyList<ItemCandidate> Found => _found;

    public ItemCandidate? Find(string itemId)
    {
        if (find(itemId) is not { } item) return null;
        _found.Add(item);
        return item;
    }
}

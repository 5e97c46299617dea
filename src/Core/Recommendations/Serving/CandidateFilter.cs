namespace PersonalizationEngine.Core.Recommendations.Serving;

/// <summary>Says which items a request may be answered with. Reused between requests; not thread-safe.</summary>
internal sealed class CandidateFilter
{
    private readonly List<int> _categories = [];
    private int[] _blocked = [];
    private int _generation;
    private bool _anyCategory;
    private bool _allowUncatalogued;
    private long _instant;
    private Catalogue _catalogue = Catalogue.Empty;

    public void Begin(Knowledge knowledge, RecommendationQuery query)
    {
        Unblock(knowledge.State.Items.Count);
        _catalogue = knowledge.Catalogue;
        _allowUncatalogued = knowledge.Settings.RecommendUncataloguedItems;
        _instant = query.Instant.UtcTicks;
        _anyCategory = query.Categories.Count == 0;
        _categories.Clear();
        foreach (var name in query.Categories)
            if (_catalogue.Features.TryFindCategory(name, out var category)) _categories.Add(category);
    }

    /// <summary>The item is out: seen, excluded, or already on the shelf.</summary>
    public void Block(int item) => _blocked[item] = _generation;

    public bool Allows(int item)
    {
        if (_blocked[item] == _generation) return false;
        if (_catalogue.Find(item) is not { } entry) return _allowUncatalogued && _anyCategory;
        return entry.IsVisibleAt(_instant) && (_anyCategory || HasWantedCategory(entry));
    }

    private bool HasWantedCategory(CatalogueEntry entry)
    {
        foreach (var category in entry.Categories)
            if (_categories.Contains(category)) return true;
        return false;
    }

    private void Unblock(int itemCount)
    {
        if (itemCount > _blocked.Length) Array.Resize(ref _blocked, Math.Max(itemCount, _blocked.Length * 2));
        if (_generation == int.MaxValue)
        {
            Array.Clear(_blocked);
            _generation = 0;
        }

        _generation++;
    }
}

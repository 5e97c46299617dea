namespace PersonalizationEngine.Core.Recommendations.Serving;

/// <summary>Says which items a request may be answered with. Reused between requests; not thread-safe.</summary>
internal sealed class CandidateFilter
{
    private readonly ItemMarks _blocked = new();
    private readonly List<int> _categories = [];
    private ItemVerdicts? _condition;
    private bool _anyCategory;
    private bool _allCategories;
    private bool _allowUncatalogued;
    private long _instant;
    private Catalogue _catalogue = Catalogue.Empty;

    public void Begin(Knowledge knowledge, RecommendationQuery query)
    {
        _blocked.Begin(knowledge.State.Items.Count);
        _catalogue = knowledge.Catalogue;
        _condition = query.Filter?.On(knowledge);
        _allowUncatalogued = knowledge.Settings.RecommendUncataloguedItems;
        _instant = query.Instant.UtcTicks;
        _anyCategory = query.Categories.Count == 0;
        _allCategories = query.CategoryMatch == CategoryMatch.All;
        _categories.Clear();
        for (var index = 0; index < query.Categories.Count; index++)
        {
            var name = query.Categories[index];
            // One that no item has stays on the list: it is what makes "all of these" hold for nothing.
            if (!_catalogue.Features.TryFindCategory(name, out var category)) category = -1;
            if (!_categories.Contains(category)) _categories.Add(category);
        }
    }

    /// <summary>The item is out: met, excluded, or already ranked.</summary>
    public void Block(int item) => _blocked.Mark(item);

    public bool IsBlocked(int item) => _blocked.Contains(item);

    public bool Allows(int item)
    {
        if (_blocked.Contains(item)) return false;
        if (_catalogue.Find(item) is not { } entry) return _allowUncatalogued && _anyCategory && MeetsCondition(item);
        return entry.IsVisibleAt(_instant) && (_anyCategory || HasWantedCategories(entry)) && MeetsCondition(item);
    }

    /// <summary>Neither hidden nor outside its dates, whatever else is asked for.</summary>
    public bool IsVisible(int item) => _catalogue.Find(item) is { } entry ? entry.IsVisibleAt(_instant) : _allowUncatalogued;

    private bool MeetsCondition(int item) => _condition is null || _condition.Holds(item);

    private bool HasWantedCategories(CatalogueEntry entry)
    {
        foreach (var category in _categories)
            if (entry.Categories.Contains(category) != _allCategories) return !_allCategories;
        return _allCategories;
    }
}

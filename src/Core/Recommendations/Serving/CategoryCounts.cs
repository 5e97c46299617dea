namespace PersonalizationEngine.Core.Recommendations.Serving;

/// <summary>How many items of each category stand on the page at hand, against the most there may be.</summary>
internal sealed class CategoryCounts
{
    private readonly List<int> _counted = [];
    private Catalogue _catalogue = Catalogue.Empty;
    private int[] _counts = [];
    private int _most;

    /// <param name="most">Of one category; 0 for no bound.</param>
    public void Begin(Catalogue catalogue, int most)
    {
        BeginPage();
        (_catalogue, _most) = (catalogue, most);
        if (most > 0 && _counts.Length < catalogue.Features.Count) Array.Resize(ref _counts, catalogue.Features.Count);
    }

    public void BeginPage()
    {
        foreach (var category in _counted) _counts[category] = 0;
        _counted.Clear();
    }

    public void Count(int item)
    {
        if (_most == 0 || _catalogue.Find(item) is not { } entry) return;
        foreach (var category in entry.Categories)
        {
            _counts[category]++;
            _counted.Add(category);
        }
    }

    public bool HasRoomFor(int item)
    {
        if (_most == 0 || _catalogue.Find(item) is not { } entry) return true;
        foreach (var category in entry.Categories)
            if (_counts[category] >= _most) return false;
        return true;
    }
}

namespace PersonalizationEngine.Core.Recommendations.Serving;

/// <summary>A set of item numbers that is emptied in no time. Reused between requests; not thread-safe.</summary>
internal sealed class ItemMarks
{
    private int[] _marked = [];
    private int _generation;

    public void Begin(int itemCount)
    {
        if (itemCount > _marked.Length) Array.Resize(ref _marked, Math.Max(itemCount, _marked.Length * 2));
        if (_generation == int.MaxValue)
        {
            Array.Clear(_marked);
            _generation = 0;
        }

        _generation++;
    }

    public void Mark(int item) => _marked[item] = _generation;

    public bool Contains(int item) => _marked[item] == _generation;
}

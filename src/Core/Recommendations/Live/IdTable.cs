namespace PersonalizationEngine.Core.Recommendations.Live;

/// <summary>Gives each text id a small number, so that everything else can live in arrays. Numbers are never reused.</summary>
internal sealed class IdTable
{
    private readonly Dictionary<string, int> _indexes = new(StringComparer.Ordinal);
    private readonly List<string> _ids = [];

    /// <summary>One above the highest number given.</summary>
    public int Count => _ids.Count;

    /// <summary>The text of a number; empty after <see cref="Remove"/>.</summary>
    public string this[int index] => _ids[index];

    public bool TryFind(string? id, out int index)
    {
        index = -1;
        return !string.IsNullOrEmpty(id) && _indexes.TryGetValue(id, out index);
    }

    public int GetOrAdd(string id)
    {
        if (_indexes.TryGetValue(id, out var index)) return index;
        _indexes.Add(id, index = _ids.Count);
        _ids.Add(id);
        return index;
    }

    public void Remove(int index)
    {
        _indexes.Remove(_ids[index]);
        _ids[index] = "";
    }
}

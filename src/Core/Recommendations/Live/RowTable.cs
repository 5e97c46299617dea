namespace PersonalizationEngine.Core.Recommendations.Live;

/// <summary>Rows by number, made when first written.</summary>
internal sealed class RowTable<T>
    where T : class, new()
{
    private T?[] _rows = [];

    /// <summary>The row, or null when nothing was written to it.</summary>
    public T? Find(int index) => (uint)index < (uint)_rows.Length ? _rows[index] : null;

    public T GetOrAdd(int index)
    {
        if (index >= _rows.Length) Array.Resize(ref _rows, Math.Max(index + 1, _rows.Length * 2));
        return _rows[index] ??= new T();
    }

    public void Remove(int index)
    {
        if ((uint)index < (uint)_rows.Length) _rows[index] = null;
    }
}

namespace PersonalizationEngine.Core.Recommendations.Models;

/// <summary>
/// Writes <see cref="SparseRows"/> row by row. Where the capacities are right nothing is ever copied, and a matrix of 20 million
/// cells takes 160 MB to make instead of 500.
/// </summary>
internal sealed class SparseRowsBuilder(int rowCapacity, int cellCapacity = 0)
{
    private int[] _starts = new int[rowCapacity + 1];
    private int[] _columns = new int[cellCapacity];
    private float[] _values = new float[cellCapacity];
    private int _rows;
    private int _cells;

    public void Add(int column, float value)
    {
        if (_cells == _columns.Length) Grow(_cells + 1);
        (_columns[_cells], _values[_cells]) = (column, value);
        _cells++;
    }

    public void AddRange(ReadOnlySpan<int> columns, ReadOnlySpan<float> values)
    {
        if (_cells + columns.Length > _columns.Length) Grow(_cells + columns.Length);
        columns.CopyTo(_columns.AsSpan(_cells));
        values.CopyTo(_values.AsSpan(_cells));
        _cells += columns.Length;
    }

    public void EndRow()
    {
        if (++_rows == _starts.Length) Array.Resize(ref _starts, 2 * _rows);
        _starts[_rows] = _cells;
    }

    /// <summary>Gives away what was written; the builder is empty then.</summary>
    public SparseRows Build()
    {
        Array.Resize(ref _starts, _rows + 1);
        Array.Resize(ref _columns, _cells);
        Array.Resize(ref _values, _cells);
        var rows = new SparseRows(_starts, _columns, _values);
        (_starts, _columns, _values, _rows, _cells) = ([0], [], [], 0, 0);
        return rows;
    }

    private void Grow(int least)
    {
        var length = Math.Max(least, _columns.Length + Math.Max(16, _columns.Length / 2));
        Array.Resize(ref _columns, length);
        Array.Resize(ref _values, length);
    }
}

namespace PersonalizationEngine.Core.Recommendations.Models;

/// <summary>Writes <see cref="SparseRows"/> row by row.</summary>
internal sealed class SparseRowsBuilder(int rowCapacity, int cellCapacity = 0)
{
    private readonly List<int> _starts = new(rowCapacity + 1) { 0 };
    private readonly List<int> _columns = new(cellCapacity);
    private readonly List<float> _values = new(cellCapacity);

    public void Add(int column, float value)
    {
        _columns.Add(column);
        _values.Add(value);
    }

    public void AddRange(ReadOnlySpan<int> columns, ReadOnlySpan<float> values)
    {
        _columns.AddRange(columns);
        _values.AddRange(values);
    }

    public void EndRow() => _starts.Add(_columns.Count);

    public SparseRows Build() => new([.. _starts], [.. _columns], [.. _values]);
}

namespace PersonalizationEngine.Core.Recommendations.Models;

/// <summary>A matrix of which most cells are 0, kept row after row (compressed sparse rows). Immutable.</summary>
/// <param name="starts">Where each row begins in the other two, and at the end where the last one ends.</param>
internal sealed class SparseRows(int[] starts, int[] columns, float[] values)
{
    public static SparseRows Empty { get; } = new([0], [], []);

    public int Count => starts.Length - 1;
    public int CellCount => columns.Length;

    /// <summary>The columns of a row that hold something; none for a row the matrix does not have.</summary>
    public ReadOnlySpan<int> Columns(int row) =>
        (uint)row < (uint)Count ? columns.AsSpan(starts[row], starts[row + 1] - starts[row]) : [];

    /// <summary>The values that stand in <see cref="Columns"/>, in the same order.</summary>
    public ReadOnlySpan<float> Values(int row) =>
        (uint)row < (uint)Count ? values.AsSpan(starts[row], starts[row + 1] - starts[row]) : [];

    /// <summary>The stretch of a row in an array that holds one number a cell, in the order of the cells.</summary>
    public ReadOnlySpan<int> Beside(int row, int[] cells) =>
        (uint)row < (uint)Count ? cells.AsSpan(starts[row], starts[row + 1] - starts[row]) : [];

    /// <summary>Rows become columns; within each new row the old row numbers rise.</summary>
    public SparseRows Transpose(int columnCount)
    {
        var newStarts = new int[columnCount + 1];
        foreach (var column in columns) newStarts[column + 1]++;
        for (var column = 0; column < columnCount; column++) newStarts[column + 1] += newStarts[column];

        var next = newStarts[..columnCount];
        var newColumns = new int[columns.Length];
        var newValues = new float[values.Length];
        for (var row = 0; row < Count; row++)
        {
            for (var cell = starts[row]; cell < starts[row + 1]; cell++)
            {
                var place = next[columns[cell]]++;
                (newColumns[place], newValues[place]) = (row, values[cell]);
            }
        }

        return new SparseRows(newStarts, newColumns, newValues);
    }
}

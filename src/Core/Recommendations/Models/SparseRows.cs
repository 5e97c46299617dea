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

    /// <summary>The rows of many matrices, one matrix after the other.</summary>
    public static SparseRows Concatenate(IReadOnlyList<SparseRows> parts)
    {
        var newStarts = new int[parts.Sum(part => part.Count) + 1];
        var newColumns = new int[parts.Sum(part => part.CellCount)];
        var newValues = new float[newColumns.Length];
        var (row, cell) = (0, 0);
        foreach (var part in parts)
        {
            for (var own = 0; own < part.Count; own++, row++)
            {
                part.Columns(own).CopyTo(newColumns.AsSpan(cell));
                part.Values(own).CopyTo(newValues.AsSpan(cell));
                newStarts[row + 1] = cell += part.Columns(own).Length;
            }
        }

        return new SparseRows(newStarts, newColumns, newValues);
    }

    /// <summary>Each row divided by its sum; a row that sums to 0 stays as it is.</summary>
    public SparseRows DividedByRowSums()
    {
        var newValues = new float[values.Length];
        for (var row = 0; row < Count; row++)
        {
            var sum = 0f;
            foreach (var value in Values(row)) sum += value;
            if (sum == 0) sum = 1;
            for (var cell = starts[row]; cell < starts[row + 1]; cell++) newValues[cell] = values[cell] / sum;
        }

        return new SparseRows(starts, columns, newValues);
    }

    /// <summary>Each value, above 0, raised to a power; the power 0 leaves which cells there are.</summary>
    public SparseRows Raised(double power) =>
        new(starts, columns, [.. values.Select(value => power == 1 ? value : (float)Math.Pow(value, power))]);

    /// <summary>Of each column the largest values only, ties to the lower row.</summary>
    public SparseRows LargestPerColumn(int most, int columnCount)
    {
        var byColumn = Transpose(columnCount);
        var selector = new TopSelector(Comparer<int>.Default);
        var kept = new SparseRowsBuilder(columnCount, CellCount);
        for (var column = 0; column < columnCount; column++)
        {
            selector.Begin(most);
            var rows = byColumn.Columns(column);
            var inColumn = byColumn.Values(column);
            for (var index = 0; index < rows.Length; index++) selector.Offer(rows[index], inColumn[index]);
            foreach (var (row, value) in selector.Drain()) kept.Add(row, value);
            kept.EndRow();
        }

        return kept.Build().Transpose(Count);
    }
}

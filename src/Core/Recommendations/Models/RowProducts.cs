using PersonalizationEngine.Core.Recommendations.Algebra;

namespace PersonalizationEngine.Core.Recommendations.Models;

/// <summary>Adds up what belongs to one row.</summary>
internal delegate void SumRow(int row, ScoreBuffer sums);

/// <summary>Says what to keep of a row that was added up; does not end it.</summary>
internal delegate void KeepRow(int row, ScoreBuffer sums, TopSelector selector, SparseRowsBuilder kept);

/// <summary>
/// Makes a matrix of all pairs of items row by row, of which each row is cut down before the next one is made: all pairs
/// never lie in memory at once.
/// </summary>
internal static class RowProducts
{
    // Few enough rows for even shares, enough that handing out a share costs nothing beside it.
    private const int RowsPerShare = 64;

    /// <summary>
    /// Multiplies two matrices. Cost, for items and people: the sum of squared history lengths, which the history cap of the
    /// recommender bounds, whatever a crawler does.
    /// </summary>
    /// <inheritdoc cref="Make"/>
    public static SparseRows Multiply(
        SparseRows left, SparseRows right, int columnCount, int cores, KeepRow keep, CancellationToken cancellationToken = default)
    {
        return Make(left.Count, columnCount, cores, AddProducts, keep, cancellationToken);

        void AddProducts(int row, ScoreBuffer sums)
        {
            var columns = left.Columns(row);
            var values = left.Values(row);
            for (var index = 0; index < columns.Length; index++)
                sums.AddScaled(right.Columns(columns[index]), right.Values(columns[index]), values[index]);
        }
    }

    /// <param name="cores">How many threads may work; with 1 only the calling one does.</param>
    public static SparseRows Make(
        int rowCount, int columnCount, int cores, SumRow sum, KeepRow keep, CancellationToken cancellationToken = default)
    {
        var shares = new SparseRows[(rowCount + RowsPerShare - 1) / RowsPerShare];
        SharedLoop.Run(shares.Length, cores, () => (new ScoreBuffer(), new TopSelector(Comparer<int>.Default)), (share, room) =>
        {
            var (sums, selector) = room;
            var kept = new SparseRowsBuilder(RowsPerShare);
            for (var row = share * RowsPerShare; row < Math.Min(rowCount, (share + 1) * RowsPerShare); row++)
            {
                sums.Reset(columnCount);
                sum(row, sums);
                keep(row, sums, selector, kept);
                kept.EndRow();
            }

            shares[share] = kept.Build();
        }, cancellationToken);
        return SparseRows.Concatenate(shares);
    }
}

namespace PersonalizationEngine.Core.Recommendations.Models;

/// <summary>What to keep of one row of a product: reads the sums, ends no row.</summary>
internal delegate void KeepProducts(int row, ScoreBuffer products, TopSelector selector, SparseRowsBuilder kept);

/// <summary>
/// The product of two sparse matrices, row by row, of which each row is cut down before the next one is made: all pairs of
/// items never lie in memory at once. Cost: for items and people the sum of squared history lengths, which the history cap
/// of the recommender bounds, whatever a crawler does.
/// </summary>
internal static class RowProducts
{
    // Few enough rows for even shares, enough that handing out a share costs nothing beside it.
    private const int RowsPerShare = 64;

    /// <param name="cores">How many threads may work; with 1 only the calling one does.</param>
    public static SparseRows Keep(SparseRows left, SparseRows right, int columnCount, int cores, KeepProducts keep)
    {
        var shares = new SparseRows[(left.Count + RowsPerShare - 1) / RowsPerShare];
        Shares.ForEach(shares.Length, cores, () => (Products: new ScoreBuffer(), Selector: new TopSelector(Comparer<int>.Default)),
            (share, room) =>
            {
                var kept = new SparseRowsBuilder(RowsPerShare);
                for (var row = share * RowsPerShare; row < Math.Min(left.Count, (share + 1) * RowsPerShare); row++)
                {
                    room.Products.Reset(columnCount);
                    AddProducts(left.Columns(row), left.Values(row), right, room.Products);
                    keep(row, room.Products, room.Selector, kept);
                    kept.EndRow();
                }

                shares[share] = kept.Build();
            });
        return SparseRows.Concatenate(shares);
    }

    private static void AddProducts(ReadOnlySpan<int> columns, ReadOnlySpan<float> values, SparseRows right, ScoreBuffer products)
    {
        for (var index = 0; index < columns.Length; index++)
            products.AddScaled(right.Columns(columns[index]), right.Values(columns[index]), values[index]);
    }
}

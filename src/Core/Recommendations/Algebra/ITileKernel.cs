namespace PersonalizationEngine.Core.Recommendations.Algebra;

/// <summary>The innermost loop of dense algebra: a tile of 8 x 32 cells gains the product of two packed panels.</summary>
internal interface ITileKernel
{
    /// <summary>
    /// target[r, c] += sum over k of left[k, r] * right[k, c], for all r below <see cref="Tile.Rows"/> and c below
    /// <see cref="Tile.Columns"/>.
    /// </summary>
    /// <param name="left">The first row of the tile in a panel: k steps by <see cref="Tile.Columns"/>, r by 1.</param>
    /// <param name="right">The first column of the tile in a panel, laid out likewise.</param>
    /// <param name="stride">From a row of the target to the next.</param>
    static abstract void Accumulate(ref float left, ref float right, int depth, ref float target, int stride);
}

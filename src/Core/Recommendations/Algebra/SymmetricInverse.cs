namespace PersonalizationEngine.Core.Recommendations.Algebra;

/// <summary>The inverse of a dense symmetric positive definite matrix in single precision.</summary>
public static class SymmetricInverse
{
    /// <summary>The largest number of rows: the cells of one array.</summary>
    public const int MostRows = 46_340;

    private const int BlockWidth = 128;

    /// <summary>
    /// Puts the inverse in place of the matrix. Cost: size^3 floating-point operations, and beside the matrix 1 KB a row.
    /// 10,000 rows (400 MB) take 11 s of processor time with AVX-512, 15 to 19 s with AVX2, shared by the cores.
    /// </summary>
    /// <param name="matrix">
    /// Row after row, size * size cells, of which the lower triangle counts; both triangles are written. Void after a
    /// failure.
    /// </param>
    /// <param name="size">1 to <see cref="MostRows"/>.</param>
    /// <param name="cores">How many threads work, from 1; at 1 it is the calling one alone.</param>
    /// <param name="width">For tests and comparisons.</param>
    /// <param name="cancellationToken">Looked at after every block of 128 columns, or oftener.</param>
    /// <exception cref="ArgumentOutOfRangeException">Size or cores are out of range, or the matrix is too short.</exception>
    public static InverseOutcome Invert(
        float[] matrix, int size, int cores, VectorWidth width = VectorWidth.Widest, CancellationToken cancellationToken = default)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(cores, 1);
        ArgumentOutOfRangeException.ThrowIfLessThan(size, 1);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(size, MostRows);
        ArgumentOutOfRangeException.ThrowIfLessThan(matrix.Length, size * size, nameof(matrix));

        var failedPivot = width switch
        {
            VectorWidth.Bits512 => Sweep<Vector512Kernel>(matrix, size, cores, cancellationToken),
            VectorWidth.Bits256 => Sweep<Vector256Kernel>(matrix, size, cores, cancellationToken),
            VectorWidth.Bits128 => Sweep<Vector128Kernel>(matrix, size, cores, cancellationToken),
            _ => Sweep<WidestKernel>(matrix, size, cores, cancellationToken),
        };
        if (failedPivot >= 0) return new InverseOutcome(failedPivot);

        var bands = Tile.Count(size, Tile.Columns);
        SharedLoop.Run(bands, cores, turn => NegateAndMirror(matrix, size, (bands - 1 - turn) * Tile.Columns), cancellationToken);
        return new InverseOutcome(-1);
    }

    private static int Sweep<TKernel>(float[] matrix, int size, int cores, CancellationToken cancellationToken)
        where TKernel : struct, ITileKernel
    {
        var width = Math.Min(BlockWidth, Tile.Count(size, Tile.Columns) * Tile.Columns);
        return new BlockSweep<TKernel>(size, width, cores).Run(matrix, size, cancellationToken);
    }

    private static void NegateAndMirror(float[] matrix, int size, int firstRow)
    {
        var rows = Math.Min(Tile.Columns, size - firstRow);
        for (var firstColumn = 0; firstColumn <= firstRow; firstColumn += Tile.Columns)
        {
            for (var row = firstRow; row < firstRow + rows; row++)
            {
                var end = Math.Min(firstColumn + Tile.Columns, row + 1);
                for (var column = firstColumn; column < end; column++)
                {
                    var cell = -matrix[(row * size) + column];
                    matrix[(row * size) + column] = cell;
                    matrix[(column * size) + row] = cell;
                }
            }
        }
    }
}

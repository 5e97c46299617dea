using System.Runtime.CompilerServices;

namespace PersonalizationEngine.Core.Recommendations.Algebra;

/// <summary>
/// Inverts a symmetric positive definite matrix in its own place, block of columns by block of columns. A step takes the
/// Schur complement D of the block, which is what Cholesky would take its factor of, and with P, the block's columns,
/// turns every other cell A into A - P inv(D) P', P into P inv(D) and D into -inv(D) (the sweep of Beaton, 1964; by Goodnight,
/// "A Tutorial on the SWEEP Operator", 1979). After the last step minus the inverse stands where the matrix stood.
/// It takes the n^3 operations of a factor and an inverse from it, yet nearly all in products of one big shape, and no
/// memory but two panels. One cell counts of each pair: the one in the lower triangle. The upper one is left in disorder.
/// </summary>
internal sealed class BlockSweep<TKernel>
    where TKernel : struct, ITileKernel
{
    private const int RowsPerTurn = 64;

    // So many packed columns, 256 KB of depth 128, stay in a core's second-level cache while rows pass by.
    private const int TilesPerStretch = 16;

    private readonly int _width;
    private readonly int _cores;
    private readonly float[] _diagonal;
    private readonly PackedPanel _inverse;
    private readonly PackedPanel _left;
    private readonly PackedPanel _right;
    private readonly BlockSweep<TKernel>? _inner;

    /// <param name="capacity">The largest matrix it is for.</param>
    /// <param name="width">Columns of a block, a multiple of 32.</param>
    public BlockSweep(int capacity, int width, int cores)
    {
        (_width, _cores) = (width, cores);
        _diagonal = new float[width * width];
        _inverse = new PackedPanel(width, width);
        _left = new PackedPanel(capacity, width);
        _right = new PackedPanel(capacity, width);
        _inner = width > Tile.Columns ? new BlockSweep<TKernel>(width, Tile.Columns, cores: 1) : null;
    }

    /// <returns>The first pivot that was not above 0, -1 where all were.</returns>
    public int Run(float[] matrix, int size, CancellationToken cancellationToken = default)
    {
        for (var first = 0; first < size; first += _width)
        {
            var step = new Step(matrix, size, first, Math.Min(_width, size - first));
            var failed = InvertDiagonal(step);
            if (failed >= 0) return first + failed;

            SharedLoop.Run(Tile.Count(size, Tile.Columns), _cores, tile => PackTile(step, tile), cancellationToken);
            // The longest rows come first, so that no core is left with much to do when the others have finished.
            var turns = Tile.Count(size, RowsPerTurn);
            SharedLoop.Run(turns, _cores, turn => UpdateRows(step, (turns - 1 - turn) * RowsPerTurn), cancellationToken);
            SharedLoop.Run(Tile.Count(size, Tile.Columns), _cores, tile => WriteBack(step, tile), cancellationToken);
        }

        return -1;
    }

    private int InvertDiagonal(Step step)
    {
        var width = step.Width;
        for (var row = 0; row < width; row++)
            step.Row(step.First + row).Slice(step.First, row + 1).CopyTo(_diagonal.AsSpan(row * width));
        var failed = _inner?.Run(_diagonal, width) ?? PivotSweep.Run(_diagonal.AsSpan(0, width * width), width);
        if (failed >= 0) return failed;

        for (var row = 0; row < width; row++)
        {
            var source = _diagonal.AsSpan(row * width, row + 1);
            source.CopyTo(step.Row(step.First + row)[step.First..]);
            for (var column = 0; column <= row; column++)
            {
                Unsafe.Add(ref _inverse.At(row), column * Tile.Columns) = source[column];
                Unsafe.Add(ref _inverse.At(column), row * Tile.Columns) = source[column];
            }
        }

        return -1;
    }

    /// <summary>Packs 32 rows of P, and minus the product of them and the block's inverse.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private void PackTile(Step step, int tile)
    {
        var firstRow = tile * Tile.Columns;
        if (step.IsOwn(firstRow)) return;

        var left = _left.Cells(tile);
        if (firstRow < step.First)
        {
            for (var column = 0; column < step.Width; column++)
                step.Row(step.First + column).Slice(firstRow, Tile.Columns).CopyTo(left[(column * Tile.Columns)..]);
        }
        else
        {
            var rows = Math.Min(Tile.Columns, step.Size - firstRow);
            for (var row = 0; row < rows; row++)
            {
                var source = step.Row(firstRow + row).Slice(step.First, step.Width);
                for (var column = 0; column < source.Length; column++) left[(column * Tile.Columns) + row] = source[column];
            }
        }

        _right.Cells(tile).Clear();
        for (var row = 0; row < step.Width; row += Tile.Rows)
        {
            ref var target = ref Unsafe.Add(ref _right.First(tile), row * Tile.Columns);
            TKernel.Accumulate(ref _inverse.At(row), ref _left.First(tile), step.Width, ref target, Tile.Columns);
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private void UpdateRows(Step step, int firstRow)
    {
        var end = Math.Min(firstRow + RowsPerTurn, step.Size);
        for (var stretch = 0; stretch * Tile.Columns < end; stretch += TilesPerStretch)
        {
            for (var row = firstRow; row < end; row += Tile.Rows)
            {
                if (step.IsOwn(row)) continue;
                var last = Math.Min(stretch + TilesPerStretch - 1, row / Tile.Columns);
                for (var tile = stretch; tile <= last; tile++)
                    if (!step.IsOwn(tile * Tile.Columns)) UpdateTile(step, row, tile);
            }
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private void UpdateTile(Step step, int row, int tile)
    {
        var column = tile * Tile.Columns;
        if (row + Tile.Rows <= step.Size && column + Tile.Columns <= step.Size)
        {
            ref var target = ref step.Matrix[(row * step.Size) + column];
            TKernel.Accumulate(ref _left.At(row), ref _right.First(tile), step.Width, ref target, step.Size);
        }
        else
        {
            UpdateEdge(step, row, tile);
        }
    }

    private void UpdateEdge(Step step, int row, int tile)
    {
        Span<float> sums = stackalloc float[Tile.Rows * Tile.Columns];
        TKernel.Accumulate(ref _left.At(row), ref _right.First(tile), step.Width, ref sums[0], Tile.Columns);
        for (var inner = 0; inner < Tile.Rows && row + inner < step.Size; inner++)
        {
            var target = step.Row(row + inner)[(tile * Tile.Columns)..];
            for (var column = 0; column < Math.Min(Tile.Columns, target.Length); column++)
                target[column] += sums[(inner * Tile.Columns) + column];
        }
    }

    private void WriteBack(Step step, int tile)
    {
        var firstRow = tile * Tile.Columns;
        if (step.IsOwn(firstRow)) return;

        var right = _right.Cells(tile);
        var rows = Math.Min(Tile.Columns, step.Size - firstRow);
        for (var row = 0; row < rows; row++)
        {
            if (firstRow < step.First)
            {
                for (var column = 0; column < step.Width; column++)
                    step.Matrix[((step.First + column) * step.Size) + firstRow + row] = -right[(column * Tile.Columns) + row];
            }
            else
            {
                var target = step.Row(firstRow + row).Slice(step.First, step.Width);
                for (var column = 0; column < target.Length; column++) target[column] = -right[(column * Tile.Columns) + row];
            }
        }
    }

    /// <param name="First">The first column of the block.</param>
    private readonly record struct Step(float[] Matrix, int Size, int First, int Width)
    {
        public Span<float> Row(int row) => Matrix.AsSpan(row * Size, Size);

        /// <summary>Whether a row lies in the block itself.</summary>
        public bool IsOwn(int row) => (uint)(row - First) < (uint)Width;
    }
}

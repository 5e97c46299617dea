using System.Runtime.CompilerServices;
using PersonalizationEngine.Core.Recommendations.Algebra;

namespace PersonalizationEngine.Core.Recommendations.Models.Factors;

/// <summary>
/// The normal equations of one row: A = scale * G + ridge * I + sum of w q q', b = sum of w q over what the row met.
/// Reusable, not thread-safe.
/// </summary>
internal sealed class FactorSolver
{
    // So many met rows are gathered before their products are added: the deeper, the faster, and 32 KB of a cache.
    private const int Depth = 128;

    private readonly int _width;
    private readonly int _stride;
    private readonly float[] _matrix;
    private readonly float[] _right;
    private readonly float[] _solution;
    private readonly PackedPanel _met;
    private int _metCount;

    public FactorSolver(int width)
    {
        _width = width;
        _stride = Tile.Count(width, Tile.Columns) * Tile.Columns;
        _matrix = new float[_stride * _stride];
        _right = new float[width];
        _solution = new float[width];
        _met = new PackedPanel(_stride, Depth);
    }

    /// <summary>The sum of q q' over all rows of a table, for <see cref="Begin"/>.</summary>
    public float[] Gram(FactorTable table)
    {
        _matrix.AsSpan().Clear();
        for (var row = 0; row < table.Count; row++) Add(table.Row(row), 1);
        Flush();
        return [.. _matrix];
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public void Begin(float[] gram, float scale, float ridge)
    {
        _matrix.AsSpan().Clear();
        VectorRow.Subtract(_matrix, -scale, gram);
        for (var row = 0; row < _width; row++) _matrix[(row * _stride) + row] += ridge;
        _right.AsSpan().Clear();
        _metCount = 0;
    }

    /// <param name="weight">Above 0.</param>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public void Add(ReadOnlySpan<float> row, float weight)
    {
        if (_metCount == Depth) Flush();
        var root = MathF.Sqrt(weight);
        for (var first = 0; first < row.Length; first += Tile.Columns)
        {
            var part = row.Slice(first, Math.Min(Tile.Columns, row.Length - first));
            var cells = _met.Cells(first / Tile.Columns).Slice(_metCount * Tile.Columns, part.Length);
            for (var place = 0; place < cells.Length; place++) cells[place] = root * part[place];
        }

        VectorRow.Subtract(_right, -weight, row);
        _metCount++;
    }

    /// <summary>Ends the adding; after it any number of equations can be solved.</summary>
    /// <returns>False where the matrix is not positive definite: no ridge, or numbers out of all range.</returns>
    public bool Factor()
    {
        Flush();
        return Cholesky.Factor(_matrix, _width, _stride);
    }

    /// <summary>The x of Ax = b; void after the next use.</summary>
    public ReadOnlySpan<float> Solve() => Solve(_right);

    /// <summary>The x of Ax = right; void after the next use.</summary>
    public ReadOnlySpan<float> Solve(ReadOnlySpan<float> right)
    {
        right.CopyTo(_solution);
        Cholesky.Solve(_matrix, _width, _stride, _solution);
        return _solution;
    }

    private void Flush()
    {
        for (var row = 0; row < _stride; row += Tile.Rows)
        {
            for (var tile = row / Tile.Columns; tile * Tile.Columns < _stride; tile++)
            {
                ref var target = ref _matrix[(row * _stride) + (tile * Tile.Columns)];
                WidestKernel.Accumulate(ref _met.At(row), ref _met.First(tile), _metCount, ref target, _stride);
            }
        }

        _metCount = 0;
    }
}

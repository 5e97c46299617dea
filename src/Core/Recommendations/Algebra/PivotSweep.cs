using System.Runtime.CompilerServices;

namespace PersonalizationEngine.Core.Recommendations.Algebra;

/// <summary>The sweep of <see cref="BlockSweep{TKernel}"/> with blocks of one: for matrices of up to 32 rows.</summary>
internal static class PivotSweep
{
    /// <summary>Puts minus the inverse in place of a symmetric matrix of which the lower triangle counts.</summary>
    /// <returns>The first pivot that was not above 0, -1 where all were.</returns>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static int Run(Span<float> matrix, int size)
    {
        for (var row = 0; row < size; row++)
            for (var column = 0; column < row; column++) matrix[(column * size) + row] = matrix[(row * size) + column];

        Span<float> scaled = stackalloc float[size];
        for (var pivot = 0; pivot < size; pivot++)
        {
            var pivotRow = matrix.Slice(pivot * size, size);
            var diagonal = pivotRow[pivot];
            if (!(diagonal > 0) || float.IsInfinity(diagonal)) return pivot;

            for (var column = 0; column < size; column++) scaled[column] = pivotRow[column] / diagonal;
            for (var row = 0; row < size; row++)
            {
                var target = matrix.Slice(row * size, size);
                var factor = pivotRow[row];
                if (row != pivot) VectorRow.Subtract(target, factor, scaled);
                target[pivot] = scaled[row];
            }

            scaled.CopyTo(pivotRow);
            pivotRow[pivot] = -1 / diagonal;
        }

        return -1;
    }
}

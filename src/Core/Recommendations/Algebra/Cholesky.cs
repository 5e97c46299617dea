using System.Runtime.CompilerServices;

namespace PersonalizationEngine.Core.Recommendations.Algebra;

/// <summary>A = LL' of small matrices, a few hundred rows at most, and the equations it solves.</summary>
internal static class Cholesky
{
    /// <summary>Puts L in place of the lower triangle.</summary>
    /// <param name="stride">From a row to the next.</param>
    /// <returns>Whether the matrix is positive definite; void where it is not.</returns>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static bool Factor(Span<float> matrix, int size, int stride)
    {
        for (var row = 0; row < size; row++)
        {
            var cells = matrix.Slice(row * stride, row + 1);
            for (var column = 0; column < row; column++)
            {
                var above = matrix.Slice(column * stride, column + 1);
                cells[column] = (cells[column] - DotProduct.Of(above[..column], cells)) / above[column];
            }

            var square = cells[row] - DotProduct.Of(cells[..row], cells);
            if (!(square > 0)) return false;
            cells[row] = MathF.Sqrt(square);
        }

        return true;
    }

    /// <summary>Puts the x of LL'x = b in place of b.</summary>
    public static void Solve(ReadOnlySpan<float> factor, int size, int stride, Span<float> vector)
    {
        for (var row = 0; row < size; row++)
        {
            var cells = factor.Slice(row * stride, row + 1);
            vector[row] = (vector[row] - DotProduct.Of(cells[..row], vector)) / cells[row];
        }

        for (var row = size - 1; row >= 0; row--)
        {
            var cells = factor.Slice(row * stride, row + 1);
            var value = vector[row] /= cells[row];
            for (var column = 0; column < row; column++) vector[column] -= value * cells[column];
        }
    }
}

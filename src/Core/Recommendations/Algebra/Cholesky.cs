using System.Runtime.CompilerServices;

namespace PersonalizationEngine.Core.Recommendations.Algebra;

/// <summary>A = U'U of small matrices, a few hundred rows at most, and the equations it solves.</summary>
internal static class Cholesky
{
    /// <summary>Puts U in place of the upper triangle, which alone counts.</summary>
    /// <param name="stride">From a row to the next.</param>
    /// <returns>Whether the matrix is positive definite; void where it is not.</returns>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static bool Factor(Span<float> matrix, int size, int stride)
    {
        for (var pivot = 0; pivot < size; pivot++)
        {
            var cells = matrix.Slice((pivot * stride) + pivot, size - pivot);
            if (!(cells[0] > 0)) return false;

            var scale = 1 / MathF.Sqrt(cells[0]);
            foreach (ref var cell in cells) cell *= scale;
            for (var below = 1; below < cells.Length; below++)
            {
                var target = matrix.Slice(((pivot + below) * stride) + pivot + below, size - pivot - below);
                VectorRow.Subtract(target, cells[below], cells[below..]);
            }
        }

        return true;
    }

    /// <summary>Puts the x of U'Ux = b in place of b.</summary>
    public static void Solve(ReadOnlySpan<float> factor, int size, int stride, Span<float> vector)
    {
        for (var row = 0; row < size; row++)
        {
            var cells = factor.Slice((row * stride) + row, size - row);
            vector[row] /= cells[0];
            VectorRow.Subtract(vector[(row + 1)..size], vector[row], cells[1..]);
        }

        for (var row = size - 1; row >= 0; row--)
        {
            var cells = factor.Slice((row * stride) + row, size - row);
            vector[row] = (vector[row] - VectorRow.Dot(cells[1..], vector[(row + 1)..])) / cells[0];
        }
    }
}

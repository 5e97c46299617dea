namespace PersonalizationEngine.Core.Tests.Recommendations.Algebra;

/// <summary>Matrices like those of EASE, and their inverses by the plainest way.</summary>
internal static class Matrices
{
    /// <summary>Few common factors plus a ridge: what histories look like, eigenvalues a thousandfold apart.</summary>
    public static float[] PositiveDefinite(int size, int seed)
    {
        var random = new Random(seed);
        var factors = Enumerable.Range(0, size * 3).Select(_ => random.NextDouble()).ToArray();
        var matrix = new float[size * size];
        for (var row = 0; row < size; row++)
        {
            for (var column = 0; column <= row; column++)
            {
                var cell = row == column ? 1 + random.NextDouble() : 0;
                for (var factor = 0; factor < 3; factor++) cell += factors[(row * 3) + factor] * factors[(column * 3) + factor];
                matrix[(row * size) + column] = matrix[(column * size) + row] = (float)cell;
            }
        }

        return matrix;
    }

    public static float[] WithJunkAboveDiagonal(float[] matrix, int size)
    {
        var copy = matrix.ToArray();
        for (var row = 0; row < size; row++) Array.Fill(copy, float.NaN, (row * size) + row + 1, size - row - 1);
        return copy;
    }

    /// <summary>Gauss and Jordan in double precision.</summary>
    public static double[] NaiveInverse(float[] matrix, int size)
    {
        var left = Array.ConvertAll(matrix, cell => (double)cell);
        var right = new double[size * size];
        for (var row = 0; row < size; row++) right[(row * size) + row] = 1;
        for (var pivot = 0; pivot < size; pivot++)
        {
            var diagonal = left[(pivot * size) + pivot];
            for (var row = 0; row < size; row++)
            {
                if (row == pivot) continue;
                var factor = left[(row * size) + pivot] / diagonal;
                for (var column = 0; column < size; column++)
                {
                    left[(row * size) + column] -= factor * left[(pivot * size) + column];
                    right[(row * size) + column] -= factor * right[(pivot * size) + column];
                }
            }
        }

        for (var row = 0; row < size; row++)
            for (var column = 0; column < size; column++) right[(row * size) + column] /= left[(row * size) + row];
        return right;
    }
}

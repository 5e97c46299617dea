namespace PersonalizationEngine.Core.Statistics.Classification;

/// <summary>Solves a small symmetric positive definite system in double precision, by Cholesky.</summary>
internal static class SymmetricSolve
{
    // A pivot that rounding has eaten up: the direction says nothing, so no step is taken along it.
    private const double NoCurvature = 1e-300;

    /// <param name="matrix">Its lower triangle; overwritten.</param>
    /// <param name="values">The right side; becomes the solution.</param>
    public static void InPlace(double[,] matrix, double[] values)
    {
        var n = values.Length;
        for (var j = 0; j < n; j++)
        {
            for (var k = 0; k < j; k++) matrix[j, j] -= matrix[j, k] * matrix[j, k];
            matrix[j, j] = Math.Sqrt(Math.Max(NoCurvature, matrix[j, j]));
            for (var i = j + 1; i < n; i++)
            {
                for (var k = 0; k < j; k++) matrix[i, j] -= matrix[i, k] * matrix[j, k];
                matrix[i, j] /= matrix[j, j];
            }
        }

        for (var i = 0; i < n; i++)
        {
            for (var k = 0; k < i; k++) values[i] -= matrix[i, k] * values[k];
            values[i] /= matrix[i, i];
        }

        for (var i = n - 1; i >= 0; i--)
        {
            for (var k = i + 1; k < n; k++) values[i] -= matrix[k, i] * values[k];
            values[i] /= matrix[i, i];
        }
    }
}

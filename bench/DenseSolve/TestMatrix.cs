namespace PersonalizationEngine.DenseSolve;

/// <summary>A few common tastes and a ridge: eigenvalues as far apart as those of histories.</summary>
internal static class TestMatrix
{
    private const int Tastes = 4;

    public static void Fill(float[] matrix, int rows)
    {
        var random = new Random(1);
        var tastes = new float[rows * Tastes];
        foreach (ref var taste in tastes.AsSpan()) taste = random.NextSingle();
        for (var row = 0; row < rows; row++)
        {
            for (var column = 0; column <= row; column++)
            {
                var cell = row == column ? 20f : 0;
                for (var taste = 0; taste < Tastes; taste++)
                    cell += tastes[(row * Tastes) + taste] * tastes[(column * Tastes) + taste];
                matrix[(row * rows) + column] = matrix[(column * rows) + row] = cell;
            }
        }
    }

    /// <summary>The largest cell of matrix * inverse - I in a few of its rows.</summary>
    public static double Residual(float[] inverse, int rows)
    {
        var matrix = new float[inverse.Length];
        Fill(matrix, rows);
        var largest = 0.0;
        foreach (var row in (int[])[0, rows / 3, rows - 1])
        {
            // OpenBLAS leaves the inverse in what is the upper triangle by rows.
            for (var column = 0; column < rows; column += 97)
            {
                var sum = row == column ? -1.0 : 0;
                for (var inner = 0; inner < rows; inner++)
                {
                    var (low, high) = (Math.Min(inner, column), Math.Max(inner, column));
                    sum += (double)matrix[(row * rows) + inner] * inverse[(low * rows) + high];
                }

                largest = Math.Max(largest, Math.Abs(sum));
            }
        }

        return largest;
    }
}

namespace PersonalizationEngine.Core.Statistics.Classification;

/// <summary>Means and deviations of columns, and which of them vary at all.</summary>
internal sealed class ColumnScale
{
    // Below that a deviation is what rounding leaves of a constant.
    private const double Rounding = 1e-10;

    private readonly double[] _means, _deviations;
    private readonly int[] _varying;

    private ColumnScale(double[] means, double[] deviations)
    {
        (_means, _deviations) = (means, deviations);
        _varying = [.. Enumerable.Range(0, means.Length).Where(column => deviations[column] > 0)];
    }

    public static ColumnScale Of(IReadOnlyList<double[]> rows)
    {
        var columns = rows[0].Length;
        var (means, deviations) = (new double[columns], new double[columns]);
        foreach (var row in rows)
            for (var i = 0; i < columns; i++) means[i] += row[i] / rows.Count;
        foreach (var row in rows)
            for (var i = 0; i < columns; i++) deviations[i] += (row[i] - means[i]) * (row[i] - means[i]) / rows.Count;
        for (var i = 0; i < columns; i++)
        {
            deviations[i] = Math.Sqrt(deviations[i]);
            if (deviations[i] <= Rounding * Math.Max(1, Math.Abs(means[i]))) deviations[i] = 0;
        }

        return new ColumnScale(means, deviations);
    }

    /// <summary>The columns that vary, behind a first one of ones.</summary>
    public double[][] Standardise(IReadOnlyList<double[]> rows) => [.. rows.Select(row =>
    {
        var standard = new double[_varying.Length + 1];
        standard[0] = 1;
        for (var i = 0; i < _varying.Length; i++) standard[i + 1] = (row[_varying[i]] - _means[_varying[i]]) / _deviations[_varying[i]];
        return standard;
    })];

    /// <param name="solution">The intercept and the coefficients of the columns that vary.</param>
    public LogisticModel Unscale(ReadOnlySpan<double> solution, bool converged)
    {
        var coefficients = new double[_means.Length];
        var intercept = solution[0];
        for (var i = 0; i < _varying.Length; i++)
        {
            var column = _varying[i];
            coefficients[column] = solution[i + 1] / _deviations[column];
            intercept -= coefficients[column] * _means[column];
        }

        return new LogisticModel(intercept, coefficients, _means, _deviations, converged);
    }
}

namespace PersonalizationEngine.Core.Statistics.Classification;

/// <summary>Newton's steps to the coefficients of least penalised loss.</summary>
/// <param name="rows">Standardised, the first number of each being 1.</param>
internal sealed class LogisticNewton(double[][] rows, IReadOnlyList<double> targets, double penalty)
{
    private const int MostSteps = 100, MostHalvings = 40;
    private const double Settled = 1e-11;

    // Near the optimum the loss is flat to the last digit while a step still brings the coefficients nearer.
    private const double Flat = 1e-13;

    private readonly int _size = rows[0].Length;
    private double[] _solution = new double[rows[0].Length];

    public ReadOnlySpan<double> Solution => _solution;

    /// <param name="start">The first intercept.</param>
    /// <returns>Whether the last step changed nothing that matters.</returns>
    public bool Run(double start)
    {
        _solution[0] = start;
        var loss = LossAt(_solution);
        for (var step = 0; step < MostSteps; step++)
        {
            var direction = Direction();
            if (direction.Max(Math.Abs) < Settled * Math.Max(1, _solution.Max(Math.Abs))) return true;
            if (!Follow(direction, ref loss)) return true;
        }

        return false;
    }

    /// <returns>False where no part of the step makes it better: the optimum, as far as numbers can tell.</returns>
    private bool Follow(double[] direction, ref double loss)
    {
        var length = 1.0;
        for (var halving = 0; halving < MostHalvings; halving++, length /= 2)
        {
            var next = new double[_size];
            for (var i = 0; i < _size; i++) next[i] = _solution[i] + (length * direction[i]);
            var reached = LossAt(next);
            if (reached > loss + (Flat * (1 + loss))) continue;
            (_solution, loss) = (next, reached);
            return true;
        }

        return false;
    }

    private double LossAt(double[] solution)
    {
        var sum = 0.0;
        for (var row = 0; row < rows.Length; row++) sum += LogOdds.Loss(Dot(solution, rows[row]), targets[row]);
        for (var i = 1; i < _size; i++) sum += penalty / 2 * solution[i] * solution[i];
        return sum;
    }

    private double[] Direction()
    {
        var gradient = new double[_size];
        var curvature = new double[_size, _size];
        for (var row = 0; row < rows.Length; row++)
        {
            var values = rows[row];
            var p = LogOdds.ToProbability(Dot(_solution, values));
            var (error, weight) = (targets[row] - p, p * (1 - p));
            for (var i = 0; i < _size; i++)
            {
                gradient[i] += error * values[i];
                var weighted = weight * values[i];
                for (var j = 0; j <= i; j++) curvature[i, j] += weighted * values[j];
            }
        }

        for (var i = 1; i < _size; i++)
        {
            gradient[i] -= penalty * _solution[i];
            curvature[i, i] += penalty;
        }

        SymmetricSolve.InPlace(curvature, gradient);
        return gradient;
    }

    private static double Dot(double[] left, double[] right)
    {
        var sum = 0.0;
        for (var i = 0; i < left.Length; i++) sum += left[i] * right[i];
        return sum;
    }
}

using CsCheck;
using PersonalizationEngine.Core.Statistics.Classification;

namespace PersonalizationEngine.Core.Tests.Statistics.Classification;

public sealed class LogisticRegressionTests
{
    private static readonly Gen<(double[][] Rows, double[] Targets)> Samples = Gen.Select(
        Gen.Select(Gen.Double[-5, 5], Gen.Double[0, 1000], Gen.Bool, (a, b, target) => (Row: new[] { a, b, 7 }, Target: target ? 1.0 : 0))
            .Array[4, 80],
        Gen.Const(0),
        (cases, _) => (cases.Select(one => one.Row).ToArray(), cases.Select(one => one.Target).ToArray()))
        .Where(sample => sample.Item2.Contains(0) && sample.Item2.Contains(1));

    [Fact]
    public void Fit_TwoByTwoTable_FindsTheLogarithmOfTheOddsRatio()
    {
        // 2 of 10 without, 6 of 10 with.
        double[][] rows = [.. Enumerable.Range(0, 20).Select(i => new[] { i < 10 ? 0.0 : 1 })];
        double[] targets = [.. Enumerable.Range(0, 20).Select(i => i is < 2 or (>= 10 and < 16) ? 1.0 : 0)];

        var model = LogisticRegression.Fit(rows, targets, 1e-9);

        Assert.Equal(Math.Log(6), model.Coefficients[0], 6);
        Assert.Equal(Math.Log(0.25), model.Intercept, 6);
        Assert.Equal(0.6, model.ProbabilityOf([1]), 6);
    }

    [Fact]
    public void Fit_AnyCases_LeavesNoSlope() => Samples.Sample(sample =>
    {
        var model = LogisticRegression.Fit(sample.Rows, sample.Targets, 1);
        var errors = sample.Rows.Select((row, i) => sample.Targets[i] - model.ProbabilityOf(row)).ToArray();
        var slopes = Enumerable.Range(0, 3).Select(column => model.Deviations[column] > 0
            ? sample.Rows.Select((row, i) => errors[i] * (row[column] - model.Means[column]) / model.Deviations[column]).Sum()
                - (model.Coefficients[column] * model.Deviations[column])
            : model.Coefficients[column]);
        return model.Converged && Math.Abs(errors.Sum()) < 1e-6 && slopes.All(slope => Math.Abs(slope) < 1e-6);
    });

    [Fact]
    public void Fit_OtherOrderOrUnits_SaysTheSame() => Samples.Sample(sample =>
    {
        var model = LogisticRegression.Fit(sample.Rows, sample.Targets, 1);
        var other = LogisticRegression.Fit(
            [.. sample.Rows.Reverse().Select(row => row.Select(value => (value * 60) - 3).ToArray())], [.. sample.Targets.Reverse()], 1);
        return sample.Rows.All(row => Math.Abs(model.ProbabilityOf(row) - other.ProbabilityOf([.. row.Select(value => (value * 60) - 3)])) < 1e-8);
    });

    [Fact]
    public void Fit_SeparableAndCollinear_StaysFinite()
    {
        double[][] rows = [.. Enumerable.Range(0, 40).Select(i => new[] { i, 2.0 * i, 1e9 })];
        double[] targets = [.. rows.Select(row => row[0] < 20 ? 0.0 : 1)];

        var model = LogisticRegression.Fit(rows, targets, 1);

        Assert.True(model.Converged);
        Assert.Equal(model.Coefficients[0], 2 * model.Coefficients[1], 9);
        Assert.Equal(0, model.Coefficients[2]);
        Assert.InRange(model.ProbabilityOf([39, 78, 1e9]), 0.9, 1);
    }

    [Fact]
    public void Fit_OneClass_IsRefused() => Assert.Throws<ArgumentException>(() => LogisticRegression.Fit([[1], [2]], [1, 1], 1));

    [Fact]
    public void Reasons_AnyCase_AddUpToTheDistanceFromTheMean() => Samples.Sample(sample =>
    {
        var model = LogisticRegression.Fit(sample.Rows, sample.Targets, 1);
        var row = sample.Rows[0];
        return Math.Abs(model.Reasons(row).Sum() - (model.LogOddsOf(row) - model.LogOddsOf([.. model.Means]))) < 1e-9;
    });
}

using PersonalizationEngine.Engine.Experiments.Planning;

namespace PersonalizationEngine.Functions.Admin.Experiments.Planning;

/// <param name="Baseline">The metric's mean without the experiment; null where nothing was measured.</param>
/// <param name="MeasuredUsers">Whom it was measured on; null where it was given.</param>
/// <param name="DailyUsers">Given, or different people of the last 14 days, per day.</param>
/// <param name="AlphaEach">What is left of the error for each comparison with the control.</param>
/// <param name="FixedHorizon">For one look at the end.</param>
/// <param name="Sequential">For as many looks as one likes.</param>
internal sealed record PlanAnswer(
    MetricDocument Metric,
    double? Baseline,
    double? StandardDeviation,
    long? MeasuredUsers,
    double DailyUsers,
    double MinEffect,
    int Variants,
    double Alpha,
    double AlphaEach,
    double Power,
    [property: System.Text.Json.Serialization.JsonPropertyName("fixed")] SizeAnswer FixedHorizon,
    SizeAnswer Sequential,
    string Sentence)
{
    public static PlanAnswer Of(PlanReport report) => new(
        MetricDocument.Of(report.Question.Metric),
        report.Baseline?.Mean,
        report.Baseline is { } baseline ? Math.Sqrt(baseline.Variance) : null,
        report.MeasuredPeople,
        report.DailyPeople,
        report.Question.MinEffect,
        report.Question.Variants,
        report.Question.Alpha,
        report.Question.AlphaEach,
        report.Question.Power,
        Size(report, report.Fixed),
        Size(report, report.Sequential),
        report.Sentence);

    private static SizeAnswer Size(PlanReport report, double? perVariant) =>
        new(perVariant, perVariant * report.Question.Variants, report.DaysFor(perVariant));
}

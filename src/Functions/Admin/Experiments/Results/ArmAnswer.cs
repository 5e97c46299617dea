using PersonalizationEngine.Engine.Experiments.Results;

namespace PersonalizationEngine.Functions.Admin.Experiments.Results;

/// <summary>A variant by one metric.</summary>
/// <param name="Users">People who count.</param>
/// <param name="Mean">Of a person: the share who converted, money, clicks per impression, or how often.</param>
/// <param name="StandardError">Of the mean.</param>
/// <param name="Total">People who converted, money, clicks, or events.</param>
/// <param name="Comparison">With the control; null for the control and while nothing can be compared.</param>
/// <param name="Verdict"><c>better</c>, <c>worse</c>, <c>not_proven_yet</c>, <c>no_difference_that_matters</c> or <c>too_few</c>; null for the control.</param>
internal sealed record ArmAnswer(
    string Variant, long Users, double Mean, double StandardError, double Total, ArmComparisonAnswer? Comparison, string? Verdict, string? Sentence)
{
    public static ArmAnswer Of(MetricReport metric, ArmReport arm, double alpha) => new(
        arm.Variant, arm.Now.Sample.Count, arm.Now.Sample.Mean, Math.Sqrt(arm.Now.Sample.VarianceOfMean), arm.Now.Total,
        ArmComparisonAnswer.Of(arm.Comparison, metric.ExactChanceToBeHigher(arm), alpha, metric.Metric.LowerIsBetter), NameOf(arm.Verdict), arm.Sentence);

    private static string? NameOf(ArmVerdict? verdict) => verdict switch
    {
        ArmVerdict.Better => "better",
        ArmVerdict.Worse => "worse",
        ArmVerdict.TooFew => "too_few",
        ArmVerdict.NoDifferenceThatMatters => "no_difference_that_matters",
        ArmVerdict.NotProvenYet => "not_proven_yet",
        _ => null,
    };
}

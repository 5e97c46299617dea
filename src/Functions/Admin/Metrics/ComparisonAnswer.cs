using PersonalizationEngine.Engine.Feedback;

namespace PersonalizationEngine.Functions.Admin.Metrics;

/// <summary>Personal lists beside the popular one.</summary>
/// <param name="ShareSet">Of people who get the popular list, by the settings.</param>
/// <param name="ShareServed">Of the people with an exposure; null without any.</param>
/// <param name="SampleRatioP">The probability of a share served so far from the one set, by chance.</param>
/// <param name="Lift">Of personal lists over the popular one, 0.1 for ten percent more clicks; null while there is too little to tell.</param>
/// <param name="LiftLow">Lower end of its 95 % interval.</param>
/// <param name="LiftHigh">Its upper end.</param>
/// <param name="PValue">The probability of a lift at least as far from 0 if there were none.</param>
/// <param name="Verdict"><c>better</c>, <c>worse</c> or <c>not_proven_yet</c>.</param>
/// <param name="MissingExposures">How many more of both groups, as they come now, until a lift of this size is proven four times in five.</param>
/// <param name="Note">What keeps it from a verdict, in a sentence.</param>
internal sealed record ComparisonAnswer(
    double ShareSet,
    double? ShareServed,
    double? SampleRatioP,
    ComparedRateAnswer Personal,
    ComparedRateAnswer Comparison,
    double? Lift,
    double? LiftLow,
    double? LiftHigh,
    double? PValue,
    string Verdict,
    long? MissingExposures,
    string? Note)
{
    public static ComparisonAnswer Of(ComparisonReport report) => new(
        report.ShareSet,
        report.ShareServed,
        report.SampleRatio,
        ComparedRateAnswer.Of(report.Personal),
        ComparedRateAnswer.Of(report.Comparison),
        report.Lift?.Value,
        report.Lift?.Low,
        report.Lift?.High,
        report.Lift?.Probability,
        report.Verdict switch
        {
            ComparisonVerdict.Better => "better",
            ComparisonVerdict.Worse => "worse",
            _ => "not_proven_yet",
        },
        report.MissingExposures,
        report.Note);
}

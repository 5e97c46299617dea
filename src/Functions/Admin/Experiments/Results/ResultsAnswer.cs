using PersonalizationEngine.Core.Experiments;
using PersonalizationEngine.Core.Experiments.Measures;
using PersonalizationEngine.Engine.Experiments.Results;

namespace PersonalizationEngine.Functions.Admin.Experiments.Results;

/// <summary>What an experiment has shown so far.</summary>
/// <param name="From">The first exposure; null without any.</param>
/// <param name="Method">What the verdicts go by: <c>sequential</c> or <c>fixed</c>.</param>
/// <param name="Verdict">The whole in plain words.</param>
/// <param name="GuardrailStops">When and why it was paused by itself.</param>
/// <param name="Weights">What a bandit did; empty for others.</param>
internal sealed record ResultsAnswer(
    long Id,
    string Key,
    string Status,
    string Allocation,
    DateTimeOffset? From,
    DateTimeOffset Until,
    string Method,
    double Alpha,
    string Verdict,
    IReadOnlyList<VariantPeopleAnswer> Variants,
    SeveralAnswer MultipleExposures,
    SampleRatioAnswer SampleRatio,
    IReadOnlyList<MetricAnswer> Metrics,
    IReadOnlyList<StopAnswer> GuardrailStops,
    IReadOnlyList<WeightsAnswer> Weights)
{
    public static ResultsAnswer Of(TrialReport report) => new(
        report.Experiment.Id,
        report.Experiment.Key,
        report.Experiment.Status.Name(),
        report.Experiment.Measures.AllocationName(),
        report.From,
        report.Until,
        report.Question.Method == ResultMethod.Fixed ? "fixed" : "sequential",
        report.Question.Alpha,
        report.Sentence,
        [.. report.Experiment.Variants.Select((variant, arm) => new VariantPeopleAnswer(variant.Key, report.People[arm], report.Expected[arm]))],
        new SeveralAnswer(report.ServedSeveral, report.SeveralShare, report.HasManySeveral),
        SampleRatioAnswer.Of(report.SampleRatio),
        [.. report.Metrics.Select(metric => MetricAnswer.Of(metric, report.Question.Alpha))],
        [.. report.Stops.Select(StopAnswer.Of)],
        [.. report.Weights.Select(change => new WeightsAnswer(change.At, change.Weights))]);
}

using System.Text.Json;
using PersonalizationEngine.Core.Documents;
using PersonalizationEngine.Core.Experiments.Measures;
using PersonalizationEngine.Core.Statistics.Comparisons;
using PersonalizationEngine.Engine.Ports;

namespace PersonalizationEngine.Engine.Experiments.Planning;

/// <summary>Tells before the start how many people an experiment needs, and how many days, at the site's own traffic.</summary>
public sealed class PlanTrial(IExperimentFacts facts, TimeProvider time)
{
    /// <summary>What traffic and baseline are measured over.</summary>
    public static readonly TimeSpan Window = TimeSpan.FromDays(14);

    public async Task<(PlanReport? Report, IReadOnlyList<DocumentFault> Faults)> RunAsync(JsonElement document, CancellationToken cancellationToken)
    {
        var parsed = PlanDocument.Read(document);
        return parsed.Succeeded ? (await RunAsync(parsed.Value, cancellationToken), []) : (null, parsed.Faults);
    }

    public async Task<PlanReport> RunAsync(PlanQuestion question, CancellationToken cancellationToken)
    {
        var until = time.GetUtcNow();
        var isMeasured = question.DailyPeople is null || question.Baseline is null;
        var people = isMeasured ? await facts.ReadActiveAsync(until - Window, until, cancellationToken) : [];
        var baseline = question.Baseline is { } given
            ? new Sample(0, given, question.Metric.Kind == MetricKind.Conversion ? given * (1 - given) : Math.Pow(question.Deviation!.Value, 2))
            : SitePeople.Measure(question.Metric, people, await facts.ReadAmountsAsync(question.Metric, until - Window, until, cancellationToken));
        var daily = question.DailyPeople ?? (people.Count / Window.TotalDays);
        var (once, always) = Needed(question, baseline);
        var report = new PlanReport(
            question, baseline.Mean > 0 ? baseline : null, question.Baseline is null ? people.Count : null, daily, once, always, "");
        return report with { Sentence = Say(report) };
    }

    private static (double? Fixed, double? Sequential) Needed(PlanQuestion question, Sample baseline)
    {
        var reached = baseline.Mean * (1 + question.MinEffect);
        if (baseline.Mean <= 0 || baseline.Variance <= 0) return (null, null);
        var size = new SampleSize(question.AlphaEach, question.Power);
        if (question.Metric.Kind == MetricKind.Conversion && reached is < 0 or > 1) return (null, null);
        var once = question.Metric.Kind == MetricKind.Conversion
            ? size.ForRates(baseline.Mean, reached)
            : size.ForMeans(baseline.Variance, baseline.Mean * question.MinEffect);
        return (once, size.ForManyLooks(once));
    }

    private static string Say(PlanReport report)
    {
        if (report.Fixed is not { } once)
            return "The last 14 days hold too little of this metric to plan with: send baseline (and standard_deviation) instead.";
        var days = report.DaysFor(once) is { } known ? $", about {known} days" : ", and nothing is known of how many people come";
        var always = report.DaysFor(report.Sequential) is { } longer ? $", about {longer} days" : "";
        return $"{once:0} people in each variant{days}, for one look at the end; {report.Sequential:0}{always}, if the results are looked at on the way.";
    }
}

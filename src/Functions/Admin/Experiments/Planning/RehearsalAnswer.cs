using PersonalizationEngine.Engine.Experiments.Planning;

namespace PersonalizationEngine.Functions.Admin.Experiments.Planning;

/// <param name="Users">Who came in the window.</param>
/// <param name="UsedUsers">Of whom so many took part, lest it take too long.</param>
/// <param name="Expected">What the shares should be about.</param>
/// <param name="Highest">Above it a share is not chance any more.</param>
/// <param name="SampleRatioAlarms">The share of runs whose groups differed in size with p below 5 %.</param>
internal sealed record RehearsalAnswer(
    long Id,
    string Key,
    int Days,
    int Users,
    int UsedUsers,
    int Runs,
    double Expected,
    double Highest,
    double SampleRatioAlarms,
    bool SampleRatioSound,
    IReadOnlyList<RehearsedMetricAnswer> Metrics,
    bool Sound,
    string Verdict)
{
    public static RehearsalAnswer Of(RehearsalReport report) => new(
        report.Experiment.Id, report.Experiment.Key, report.Window.Days, report.People, report.UsedPeople, report.Runs, RehearsalReport.Alpha,
        RehearsalReport.Alpha + report.Slack, report.RatioAlarms, report.IsRatioSound,
        [.. report.Metrics.Select(metric => new RehearsedMetricAnswer(
            metric.Key, metric.Mean, metric.FalsePositives, metric.UniformityP, metric.IsSound))],
        report.IsSound, report.Sentence);
}

using PersonalizationEngine.Core.Experiments;
using PersonalizationEngine.Core.Statistics;
using PersonalizationEngine.Engine.Ports;

namespace PersonalizationEngine.Engine.Experiments.Results;

/// <summary>
/// What an experiment has shown so far: everything that people did after they were first served their variant, by every method.
/// </summary>
public sealed class ReportResults(IDefinitions<Experiment> experiments, IExperimentFacts facts, IExperimentHistory history, TimeProvider time)
{
    /// <returns>Null when there is no such experiment.</returns>
    public async Task<TrialReport?> RunAsync(long id, ResultQuestion question, CancellationToken cancellationToken)
    {
        if (await experiments.FindAsync(id, cancellationToken) is not { } stored) return null;
        return await RunAsync(stored.Value with { Id = id }, question, cancellationToken);
    }

    public async Task<TrialReport> RunAsync(Experiment experiment, ResultQuestion question, CancellationToken cancellationToken)
    {
        // A millisecond on, so that what was stored right now is in.
        var until = question.Until ?? time.GetUtcNow().AddMilliseconds(1);
        var people = TrialPeople.Of(experiment, await facts.ReadExposedAsync(experiment.Id, until, cancellationToken));
        var weights = await history.ReadWeightsAsync(experiment.Id, cancellationToken);
        var counts = experiment.Variants.Select((_, arm) => (long)people.Arms.Count(one => one == arm)).ToList();
        var expected = ExpectedPeople.Of(experiment, people, weights);
        var report = new TrialReport(
            experiment, question, people.Count == 0 ? null : people.ExposedAt.Min(), until, counts, expected, people.ServedSeveral,
            SampleRatio.Test(counts, expected), await MeasureAsync(experiment, people, question, until, cancellationToken),
            await history.ReadStopsAsync(experiment.Id, cancellationToken), weights, "");
        return report with { Sentence = VerdictWording.OfTrial(report) };
    }

    private async Task<IReadOnlyList<MetricReport>> MeasureAsync(
        Experiment experiment, TrialPeople people, ResultQuestion question, DateTimeOffset until, CancellationToken cancellationToken)
    {
        var metrics = experiment.Measures.Judged;
        var compare = new CompareArms(question);
        var courses = new List<MetricCourse>();
        foreach (var metric in metrics)
        {
            var amounts = await facts.ReadAmountsAsync(experiment.Id, metric, until, question.Before, cancellationToken);
            courses.Add(MetricCourse.Of(metric, experiment.Variants.Count, people, amounts, until));
        }

        var arms = Enumerable.Range(1, experiment.Variants.Count - 1).ToList();
        var comparisons = CompareArms.Correct([.. courses.SelectMany((course, place) => arms.Select(arm => compare.Now(metrics[place], course, arm)))]);
        return [.. metrics.Select((metric, place) => new MetricReport(
            metric,
            [Control(experiment, courses[place]), .. arms.Select(arm => Judged(place, arm))],
            [.. experiment.Variants.SelectMany((variant, arm) => compare.Days(metric, courses[place], arm, variant.Key)).OrderBy(day => day.Day)]))];

        ArmReport Judged(int place, int arm)
        {
            var (now, comparison) = (courses[place].Now, comparisons[(place * arms.Count) + arm - 1]);
            var verdict = compare.Judge(metrics[place], now[0], now[arm], comparison);
            var variant = experiment.Variants[arm].Key;
            return new ArmReport(variant, now[arm], comparison, verdict, VerdictWording.OfArm(
                metrics[place], experiment.Variants[0].Key, variant, verdict, comparison, question, comparisons.Count(one => one is not null)));
        }
    }

    private static ArmReport Control(Experiment experiment, MetricCourse course) =>
        new(experiment.Variants[0].Key, course.Now[0], null, null, null);
}

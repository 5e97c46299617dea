using System.Collections.Concurrent;
using PersonalizationEngine.Core.Experiments;
using PersonalizationEngine.Core.Statistics.Comparisons;
using PersonalizationEngine.Engine.Ports;

namespace PersonalizationEngine.Engine.Experiments.Planning;

/// <summary>
/// Runs an experiment many times over the site's own last days as if both variants were the same, with people split as the
/// experiment would split them, only by other seeds. What is found then is found wrongly; that must be rare.
/// </summary>
public sealed class RehearseTrial(IDefinitions<Experiment> experiments, IExperimentFacts facts, TimeProvider time)
{
    public const int DefaultRuns = 500, MaxRuns = 2000, DefaultDays = 14, MaxDays = 90;

    /// <summary>People times runs; takes some seconds.</summary>
    private const int Budget = 10_000_000;

    /// <returns>Null when there is no such experiment.</returns>
    public async Task<RehearsalReport?> RunAsync(long id, int runs, TimeSpan window, CancellationToken cancellationToken)
    {
        if (await experiments.FindAsync(id, cancellationToken) is not { } stored) return null;
        var experiment = stored.Value with { Id = id };
        var until = time.GetUtcNow();
        var all = await facts.ReadActiveAsync(until - window, until, cancellationToken);
        var used = EvenlySpread(all, Math.Min(all.Count, Budget / runs));
        var split = new RehearsedSplit(experiment, used);
        foreach (var metric in experiment.Measures.Judged)
            split.Add(SitePeople.Values(metric, used, await facts.ReadAmountsAsync(metric, until - window, until, cancellationToken)));

        var outcomes = new ConcurrentBag<RehearsedRun>();
        await Parallel.ForAsync(
            0, runs,
            new ParallelOptions { CancellationToken = cancellationToken, MaxDegreeOfParallelism = Math.Max(1, Environment.ProcessorCount - 1) },
            (run, _) =>
            {
                outcomes.Add(split.Run(run));
                return ValueTask.CompletedTask;
            });
        return Judge(experiment, window, all.Count, used.Count, [.. outcomes], split);
    }

    private static RehearsalReport Judge(
        Experiment experiment, TimeSpan window, int people, int used, IReadOnlyList<RehearsedRun> outcomes, RehearsedSplit split)
    {
        var report = new RehearsalReport(
            experiment, window, people, used, outcomes.Count, Share(outcomes.Select(run => run.RatioProbability)), true, []);
        return report with
        {
            IsRatioSound = report.RatioAlarms <= RehearsalReport.Alpha + report.Slack,
            Metrics = [.. experiment.Measures.Judged.Select((metric, place) =>
            {
                var found = outcomes.Select(run => run.Probabilities[place]).OfType<double>().ToList();
                var share = Share(found);
                return new RehearsedMetric(
                    metric.Key, split.MeanOf(place), share, Uniformity.Probability(found),
                    split.IsEnough(place) && found.Count == outcomes.Count ? share <= RehearsalReport.Alpha + report.Slack : null);
            })],
        };
    }

    private static double Share(IEnumerable<double> probabilities)
    {
        var all = probabilities.ToList();
        return all.Count == 0 ? 0 : (double)all.Count(probability => probability < RehearsalReport.Alpha) / all.Count;
    }

    private static List<string> EvenlySpread(IReadOnlyList<string> people, int count) =>
        [.. Enumerable.Range(0, count).Select(place => people[(int)((long)place * people.Count / count)])];
}

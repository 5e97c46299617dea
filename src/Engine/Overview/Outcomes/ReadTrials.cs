using PersonalizationEngine.Core.Experiments;
using PersonalizationEngine.Engine.Experiments.Results;
using PersonalizationEngine.Engine.Personalization.Playbooks;

namespace PersonalizationEngine.Engine.Overview.Outcomes;

/// <summary>Running experiments with what they have shown so far.</summary>
public sealed class ReadTrials(PlaybookKeeper playbooks, ReportResults results)
{
    /// <summary>More are not judged here; each reads everybody who was served it.</summary>
    public const int Most = 20;

    /// <summary>Those that are in force, not judged, by key.</summary>
    public IReadOnlyList<TrialNow> Running =>
        [.. InForce().Select(one => new TrialNow(one.Id, one.Key, one.Name, null, null, null, false, false))];

    public async Task<IReadOnlyList<TrialNow>> RunAsync(CancellationToken cancellationToken)
    {
        var trials = new List<TrialNow>();
        foreach (var experiment in InForce()) trials.Add(await JudgeAsync(experiment, cancellationToken));
        return trials;
    }

    private IEnumerable<Experiment> InForce() => playbooks.Current.Experiments
        .Select(one => one.Experiment)
        .Where(one => one.Status == ExperimentStatus.Running)
        .OrderBy(one => one.Key, StringComparer.Ordinal)
        .Take(Most);

    private async Task<TrialNow> JudgeAsync(Experiment experiment, CancellationToken cancellationToken)
    {
        var report = await results.RunAsync(experiment, ResultQuestion.Usual, cancellationToken);
        return new TrialNow(
            experiment.Id, experiment.Key, experiment.Name, report.From, report.People.Sum(), report.Sentence, report.SampleRatio.IsSuspicious,
            !report.SampleRatio.IsSuspicious && report.Metrics.SelectMany(metric => metric.Arms).Any(arm => arm.Verdict is ArmVerdict.Better or ArmVerdict.Worse));
    }
}

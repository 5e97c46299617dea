using PersonalizationEngine.Core.Experiments;

namespace PersonalizationEngine.Engine.Experiments.Planning;

/// <summary>What would have been found in so many experiments in which both variants are the same.</summary>
/// <param name="People">Who came in the window.</param>
/// <param name="UsedPeople">Of whom so many took part, lest it take too long.</param>
/// <param name="RatioAlarms">The share of runs whose groups differed in size with p below 5 %; it should be about that.</param>
/// <param name="IsRatioSound">It is, as far as so many runs can tell.</param>
public sealed record RehearsalReport(
    Experiment Experiment,
    TimeSpan Window,
    int People,
    int UsedPeople,
    int Runs,
    double RatioAlarms,
    bool IsRatioSound,
    IReadOnlyList<RehearsedMetric> Metrics)
{
    /// <summary>What both shares are held against.</summary>
    public const double Alpha = 0.05;

    /// <summary>Runs in which chance alone may go: one rehearsal in a thousand is called unsound for nothing.</summary>
    public double Slack => 3.29 * Math.Sqrt(Alpha * (1 - Alpha) / Runs);

    public bool IsSound => IsRatioSound && Metrics.All(metric => metric.IsSound != false);

    public string Sentence => UsedPeople < 2 * Results.Guards.FewestPeople
        ? $"Only {People} people came in the last {Window.TotalDays:0} days: too few to rehearse with."
        : IsSound
            ? $"Sound: over {Runs} experiments in which nothing differed, people were split evenly and no metric found a difference much more often than the 5 % it may."
            : "Not sound: " + string.Join("; ", Faults()) + ". Find out why before an experiment is believed.";

    private IEnumerable<string> Faults()
    {
        if (!IsRatioSound) yield return $"the groups differed in size in {RatioAlarms:P1} of the runs instead of 5 %";
        foreach (var metric in Metrics.Where(metric => metric.IsSound == false))
            yield return $"{metric.Key} found a difference in {metric.FalsePositives:P1} of the runs instead of 5 %";
    }
}

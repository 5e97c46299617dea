using PersonalizationEngine.Core.Experiments;
using PersonalizationEngine.Engine.Experiments.Results;

namespace PersonalizationEngine.Dashboard.Experiments;

/// <summary>What somebody who reads results may do about them.</summary>
internal static class NextSteps
{
    public static string Of(Experiment experiment, TrialReport report)
    {
        if (report.SampleRatio.IsSuspicious)
        {
            return "Do not decide by these numbers. Find what loses people of one variant: a redirect, a page that fails, bots, or code that reports "
                + "exposures of one variant only. Then begin a new experiment with another key.";
        }

        return experiment.Status switch
        {
            ExperimentStatus.Draft => "Nobody is in it yet. Start it when everything is in place: key, seed and variants stay as they are from then on.",
            ExperimentStatus.Paused when report.Stops.Count > 0 => "A guardrail stopped it. Look at that metric first; then complete it, or start it again knowing what it costs.",
            ExperimentStatus.Paused => "Nobody gets a variant while it is paused. Start it again, or complete it.",
            ExperimentStatus.Completed => "It is over. Everybody gets what they would get without it.",
            _ when experiment.Design.Released is { } released => $"Everybody in it gets {released}, and nothing counts any more. Complete it once {released} is built in for good.",
            _ when report.From is null => "Waiting for the first person. If nobody comes, see whether the site asks for this experiment and whether its condition lets people in.",
            _ when Winner(report) is { } winner => $"You may release {winner} to everybody now; look at the guardrails below before you do.",
            _ => "Let it run. You may look as often as you like: the intervals hold at every look.",
        };
    }

    /// <summary>The first variant that is better in something and worse in nothing.</summary>
    private static string? Winner(TrialReport report) => report.Experiment.Variants.Skip(1).Select(variant => variant.Key).FirstOrDefault(key =>
    {
        var verdicts = report.Metrics.SelectMany(metric => metric.Arms.Where(arm => arm.Variant == key).Select(arm => arm.Verdict)).ToList();
        return verdicts.Contains(ArmVerdict.Better) && !verdicts.Contains(ArmVerdict.Worse);
    });
}

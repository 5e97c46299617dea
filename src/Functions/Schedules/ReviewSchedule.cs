using Microsoft.Azure.Functions.Worker;
using PersonalizationEngine.Engine.Experiments.Watching;
using PersonalizationEngine.Engine.Schedules;

namespace PersonalizationEngine.Functions.Schedules;

public sealed class ReviewSchedule(ReviewExperiments review, WatchSampleRatios ratios, SharedJobs jobs)
{
    private static readonly TimeSpan Spacing = TimeSpan.FromMinutes(9);

    /// <summary>Every ten minutes: guardrails of running experiments, the weights of bandits, and whether variants have their share of people.</summary>
    [Function(ReviewExperiments.JobName)]
    public async Task RunAsync([TimerTrigger("20 */10 * * * *")] TimerInfo timer, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(timer);
        await jobs.RunAsync(
            ReviewExperiments.JobName, Spacing,
            async token =>
            {
                await review.RunAsync(token);
                await ratios.RunAsync(token);
            },
            cancellationToken);
    }
}

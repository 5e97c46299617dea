using Microsoft.Azure.Functions.Worker;
using Microsoft.Extensions.Logging;
using PersonalizationEngine.Engine.Overview.Segments;
using PersonalizationEngine.Engine.Schedules;
using PersonalizationEngine.Engine.Scoring;
using PersonalizationEngine.Engine.Scoring.History;
using PersonalizationEngine.Engine.Scoring.Models.Crossings;

namespace PersonalizationEngine.Functions.Schedules;

public sealed partial class RescoreSchedule(
    RescoreChangedPeople rescore, WatchThresholds thresholds, KeepSegmentSizes segments, FollowPastScores past, SharedJobs jobs, ILogger<RescoreSchedule> logger)
{
    private static readonly TimeSpan Spacing = TimeSpan.FromMinutes(4);

    /// <summary>Every five minutes.</summary>
    [Function("RescoreChangedPeople")]
    public async Task RunAsync([TimerTrigger("0 */5 * * * *")] TimerInfo timer, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(timer);
        await jobs.RunAsync(
            RescoreChangedPeople.JobName, Spacing,
            async token =>
            {
                Log.Rescored(logger, await rescore.RunAsync(token), timer.IsPastDue);
                await thresholds.RunAsync(token);
                await segments.RunAsync(token);
                await past.RunAsync(token);
            },
            cancellationToken);
    }

    private static partial class Log
    {
        [LoggerMessage(201, LogLevel.Information, "{People} people rescored (past due: {IsPastDue}).")]
        public static partial void Rescored(ILogger logger, int people, bool isPastDue);
    }
}

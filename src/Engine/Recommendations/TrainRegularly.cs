using Microsoft.Extensions.Logging;
using PersonalizationEngine.Engine.Ports;
using PersonalizationEngine.Engine.Schedules;

namespace PersonalizationEngine.Engine.Recommendations;

/// <summary>
/// Keeps the models of this process young: each minute it takes over what another process has trained, or trains when enough
/// is new. Of several processes on one store one trains for all.
/// </summary>
public sealed partial class TrainRegularly(
    IRecommenderTraining training, SharedJobs jobs, TimeProvider time, ILogger<TrainRegularly> logger)
{
    public const string Job = "train-recommender";

    private static readonly TimeSpan Every = TimeSpan.FromMinutes(1);

    public async Task RunAsync(CancellationToken stopping)
    {
        while (!stopping.IsCancellationRequested)
        {
            await Task.Delay(Every, time, stopping);
            try
            {
                if (await training.AdoptAsync(stopping) || !training.IsDue) continue;
                await jobs.RunAsync(Job, Every / 2, TrainAsync, stopping);
            }
            catch (Exception exception) when (!stopping.IsCancellationRequested)
            {
                Log.NotTrained(logger, exception);
            }
        }
    }

    private async Task TrainAsync(CancellationToken cancellationToken)
    {
        var summary = await training.TrainAsync(cancellationToken);
        Log.Trained(logger, summary.People, summary.Items, summary.Interactions, summary.Duration.TotalMilliseconds);
    }

    private static partial class Log
    {
        [LoggerMessage(202, LogLevel.Information,
            "Trained on {People} people, {Items} items and {Interactions} interactions in {Milliseconds:0} ms.")]
        public static partial void Trained(ILogger logger, int people, int items, long interactions, double milliseconds);

        [LoggerMessage(205, LogLevel.Error, "Training failed; the models there are stay in use.")]
        public static partial void NotTrained(ILogger logger, Exception exception);
    }
}

using Microsoft.Azure.Functions.Worker;
using Microsoft.Extensions.Logging;
using PersonalizationEngine.Engine.Ports;

namespace PersonalizationEngine.Functions.Schedules;

public sealed partial class RetrainSchedule(IRecommenderTraining training, ILogger<RetrainSchedule> logger)
{
    /// <summary>Every hour, at minute 7: away from the jobs that everybody starts on the hour.</summary>
    [Function("RetrainRecommender")]
    public async Task RunAsync([TimerTrigger("0 7 * * * *")] TimerInfo timer, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(timer);
        var summary = await training.TrainAsync(cancellationToken);
        Log.Trained(logger, summary.People, summary.Items, summary.Interactions, summary.Duration.TotalMilliseconds);
    }

    private static partial class Log
    {
        [LoggerMessage(202, LogLevel.Information,
            "Trained on {People} people, {Items} items and {Interactions} interactions in {Milliseconds:0} ms.")]
        public static partial void Trained(ILogger logger, int people, int items, long interactions, double milliseconds);
    }
}

using Microsoft.Extensions.Logging;
using PersonalizationEngine.Engine.Ports;

namespace PersonalizationEngine.Engine.Recommendations;

/// <summary>Trains the recommender of this process every hour; a timer of the host would do so in one process of many.</summary>
public sealed partial class TrainRegularly(IRecommenderTraining training, TimeProvider time, ILogger<TrainRegularly> logger)
{
    private static readonly TimeSpan Every = TimeSpan.FromHours(1);

    public async Task RunAsync(CancellationToken stopping)
    {
        while (!stopping.IsCancellationRequested)
        {
            await Task.Delay(Every, time, stopping);
            try
            {
                var summary = await training.TrainAsync(stopping);
                Log.Trained(logger, summary.People, summary.Items, summary.Interactions, summary.Duration.TotalMilliseconds);
            }
            catch (Exception exception) when (!stopping.IsCancellationRequested)
            {
                Log.NotTrained(logger, exception);
            }
        }
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

using Microsoft.Extensions.Logging;
using PersonalizationEngine.Engine.Personalization.Playbooks;
using PersonalizationEngine.Engine.Ports;
using PersonalizationEngine.Engine.Recommendations;

namespace PersonalizationEngine.Engine.Startup;

/// <summary>
/// Fills what lives in memory. Decisions are served meanwhile, marked as degraded until rules and recommender are there; what
/// cannot be read is tried again.
/// </summary>
public sealed partial class WarmUp(
    PlaybookKeeper playbooks,
    IItemStore items,
    ItemCatalogue catalogue,
    IRecommenderFeed feed,
    IRecommenderTraining training,
    IFeedbackStore feedback,
    TimeProvider time,
    ILogger<WarmUp> logger)
{
    /// <summary>How far back impressions and clicks count for exploration.</summary>
    private static readonly TimeSpan ShownFor = TimeSpan.FromDays(90);

    private static readonly TimeSpan RetryAfter = TimeSpan.FromSeconds(2);

    public async Task RunAsync(CancellationToken cancellationToken)
    {
        await UntilDoneAsync("rules and experiments", async () => await playbooks.RefreshAsync(cancellationToken), cancellationToken);
        await UntilDoneAsync("items", () => LoadItemsAsync(cancellationToken), cancellationToken);
        await UntilDoneAsync("interactions", () => training.LoadAsync(cancellationToken), cancellationToken);
        await UntilDoneAsync("impressions and clicks", () => LoadShownAsync(cancellationToken), cancellationToken);
    }

    private async Task LoadItemsAsync(CancellationToken cancellationToken)
    {
        await foreach (var change in items.ReadAllAsync(cancellationToken))
        {
            catalogue.Apply(change);
            feed.Apply(change);
        }
    }

    /// <summary>What is reported while they are read may count twice.</summary>
    private async Task LoadShownAsync(CancellationToken cancellationToken) =>
        feed.NoteShown(await feedback.CountItemsAsync(time.GetUtcNow() - ShownFor, cancellationToken));

    private async Task UntilDoneAsync(string what, Func<Task> load, CancellationToken cancellationToken)
    {
        while (!cancellationToken.IsCancellationRequested)
        {
            try
            {
                await load();
                return;
            }
            catch (Exception exception) when (exception is not OperationCanceledException || !cancellationToken.IsCancellationRequested)
            {
                Log.NotLoaded(logger, what, exception);
                await Task.Delay(RetryAfter, time, cancellationToken);
            }
        }
    }

    private static partial class Log
    {
        [LoggerMessage(131, LogLevel.Error, "Reading the {What} failed; it is tried again.")]
        public static partial void NotLoaded(ILogger logger, string what, Exception exception);
    }
}

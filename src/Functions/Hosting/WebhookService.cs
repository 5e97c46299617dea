using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using PersonalizationEngine.Engine.Delivery.Endpoints;
using PersonalizationEngine.Engine.Delivery.Endpoints.Changes;

namespace PersonalizationEngine.Functions.Hosting;

/// <summary>
/// Tells customers' endpoints soon, and not at the next timer only. Every process may: messages are leased, and a change that two of
/// them make into a message is one message.
/// </summary>
internal sealed partial class WebhookService(PublishChanges publish, SendWebhooks send, TimeProvider time, ILogger<WebhookService> logger) : BackgroundService
{
    private static readonly TimeSpan Every = TimeSpan.FromSeconds(3);

    /// <summary>Changes are looked for each so many times.</summary>
    private const int LooksPerPublishing = 3;

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(Every, time);
        for (var look = 0; await timer.WaitForNextTickAsync(stoppingToken); look = (look + 1) % LooksPerPublishing)
        {
            try
            {
                if (look == 0) await publish.RunAsync(stoppingToken);
                await send.RunAsync(stoppingToken);
            }
            catch (Exception exception) when (exception is not OperationCanceledException || !stoppingToken.IsCancellationRequested)
            {
                Log.NotLooked(logger, exception);
            }
        }
    }

    private static partial class Log
    {
        [LoggerMessage(613, LogLevel.Warning, "Whether customers' endpoints are to be told something could not be found out; it is tried again.")]
        public static partial void NotLooked(ILogger logger, Exception exception);
    }
}

using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using PersonalizationEngine.Engine.Delivery.Endpoints;

namespace PersonalizationEngine.Functions.Hosting;

/// <summary>Sends what is due to customers' endpoints soon, and not at the next timer only; messages are leased, so every process may.</summary>
internal sealed partial class WebhookService(SendWebhooks send, TimeProvider time, ILogger<WebhookService> logger) : BackgroundService
{
    private static readonly TimeSpan Every = TimeSpan.FromSeconds(3);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(Every, time);
        while (await timer.WaitForNextTickAsync(stoppingToken))
        {
            try
            {
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

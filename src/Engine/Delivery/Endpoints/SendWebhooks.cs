using System.Globalization;
using System.Text.Json;
using Microsoft.Extensions.Logging;
using PersonalizationEngine.Engine.Ports;

namespace PersonalizationEngine.Engine.Delivery.Endpoints;

/// <summary>
/// Sends what is due to customers' endpoints. Each endpoint has a worker of its own: one that is slow keeps nobody waiting but
/// itself. A message that was taken and not settled is taken again when its lease ends, under the same id.
/// </summary>
public sealed partial class SendWebhooks(
    ICustomerEndpoints endpoints, IEndpointMessages messages, DeliverToEndpoint deliver, IOutboundEvents events, EndpointOptions options,
    TimeProvider time, ILogger<SendWebhooks> logger)
{
    public const string JobName = "SendWebhooks";

    private const int Batch = 20, AtATime = 5;

    private static readonly TimeSpan MostTime = TimeSpan.FromMinutes(1), Look = TimeSpan.FromSeconds(1);

    /// <summary>Until nothing is due, or for a minute and what was begun in it.</summary>
    /// <returns>Attempts made.</returns>
    public async Task<int> RunAsync(CancellationToken cancellationToken)
    {
        var began = time.GetTimestamp();
        var working = new Dictionary<long, Task<int>>();
        var attempts = 0;
        while (true)
        {
            if (time.GetElapsedTime(began) < MostTime)
            {
                foreach (var endpoint in await messages.DueEndpointsAsync(time.GetUtcNow(), cancellationToken))
                    if (!working.ContainsKey(endpoint)) working.Add(endpoint, Task.Run(() => WorkAsync(endpoint, began, cancellationToken), cancellationToken));
            }

            if (working.Count == 0) return attempts;
            await Task.WhenAny(working.Values.Append(Task.Delay(Look, time, cancellationToken)));
            foreach (var (endpoint, work) in working.Where(pair => pair.Value.IsCompleted).ToList())
            {
                attempts += await work;
                working.Remove(endpoint);
            }
        }
    }

    /// <summary>What goes wrong with one endpoint must not keep the others from being told.</summary>
    private async Task<int> WorkAsync(long id, long began, CancellationToken cancellationToken)
    {
        var attempts = 0;
        try
        {
            int made;
            do
            {
                made = await SendBatchAsync(id, cancellationToken);
                attempts += made;
            }
            while (made == Batch && time.GetElapsedTime(began) < MostTime);
        }
        catch (Exception exception) when (exception is not OperationCanceledException || !cancellationToken.IsCancellationRequested)
        {
            Log.NotSent(logger, id, exception);
        }

        return attempts;
    }

    private async Task<int> SendBatchAsync(long id, CancellationToken cancellationToken)
    {
        if (await endpoints.FindAsync(id, cancellationToken) is not { Definition.IsEnabled: true } endpoint) return 0;
        var now = time.GetUtcNow();
        // Long enough for all of the batch to time out.
        var batch = await messages.TakeAsync(id, now, now + (options.Timeout * ((Batch / AtATime) + 1)) + TimeSpan.FromSeconds(30), Batch, cancellationToken);
        var settled = new SettledMessage[batch.Count];
        await Parallel.ForEachAsync(
            batch.Index(), new ParallelOptions { MaxDegreeOfParallelism = AtATime, CancellationToken = cancellationToken },
            async (message, token) => settled[message.Index] = await deliver.RunAsync(endpoint, message.Item, token));
        if (settled.Length > 0) await messages.SettleAsync(id, settled, CancellationToken.None);
        await DisableAsync(endpoint, settled);
        return settled.Length;
    }

    private async Task DisableAsync(CustomerEndpoint endpoint, SettledMessage[] settled)
    {
        var now = time.GetUtcNow();
        var isFailing = settled.Length > 0 && settled.All(one => !one.Attempt.IsDelivered)
            && endpoint.FailingSince is { } since && now - since >= options.DisableAfter;
        var reason = settled.Any(one => one.Attempt.Reason == DeliverToEndpoint.Gone) ? DisabledReasons.Gone : isFailing ? DisabledReasons.Failing : null;
        if (reason is null || !await endpoints.DisableAsync(endpoint.Id, reason, now, CancellationToken.None)) return;

        Log.Disabled(logger, endpoint.Id, endpoint.Definition.Url.Host, reason);
        var data = new EndpointDisabledData(endpoint.Id, endpoint.Definition.Description, reason, now, endpoint.FailingSince);
        await events.RaiseAsync(
            [
                new OutboundEvent(
                    OutboundEventTypes.EndpointDisabled, string.Create(CultureInfo.InvariantCulture, $"{endpoint.Id}-{now.ToUnixTimeMilliseconds()}"), now,
                    JsonSerializer.Serialize(data, OutboundJson.Default.EndpointDisabledData)),
            ],
            CancellationToken.None);
    }

    private static partial class Log
    {
        [LoggerMessage(611, LogLevel.Error, "Webhook endpoint {Endpoint} at {Host} is disabled: {Reason}. Nothing is sent there until somebody enables it.")]
        public static partial void Disabled(ILogger logger, long endpoint, string host, string reason);

        [LoggerMessage(612, LogLevel.Error, "Webhook endpoint {Endpoint} could not be served; its messages are taken again.")]
        public static partial void NotSent(ILogger logger, long endpoint, Exception exception);
    }
}

using System.Diagnostics.Metrics;
using Microsoft.Extensions.Logging;
using PersonalizationEngine.Engine.Ports;
using PersonalizationEngine.Engine.Resilience;

namespace PersonalizationEngine.Engine.Decisions;

/// <summary>
/// Carries receipts to the store, in batches, without any answer waiting for it but those that were told to. Bounded: what does
/// not fit is dropped, counted and logged. A receipt tells of the past; decisions go on without it.
/// </summary>
public sealed partial class KeepDecisions
{
    private const int Capacity = 4_000, BatchSize = 250;

    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(2);
    private static readonly Counter<long> Dropped = EngineMetrics.Meter.CreateCounter<long>(
        "personalization.receipts.dropped", unit: "{receipt}", description: "Receipts of decisions dropped because the store did not keep up.");

    private readonly IKeptDecisions _store;
    private readonly TimeProvider _time;
    private readonly ILogger _logger;
    private readonly WriteBehind<KeptDecision> _waiting;

    public KeepDecisions(IKeptDecisions store, TimeProvider time, ILogger<KeepDecisions> logger)
    {
        (_store, _time, _logger) = (store, time, logger);
        var news = new WriteBehindNews<KeptDecision>(
            lost => Dropped.Add(lost.Count), (count, exception) => Log.NotStored(logger, count, exception), count => Log.Full(logger, count), count => Log.Lost(logger, count));
        _waiting = new WriteBehind<KeptDecision>(Capacity, BatchSize, batch => store.SaveAsync(batch, CancellationToken.None), news, time);
    }

    /// <summary>Hands it over and returns at once.</summary>
    public ReceiptFate Queue(KeptDecision decision) => _waiting.TryAdd(decision) ? ReceiptFate.Queued : ReceiptFate.Dropped;

    /// <summary>Stores it now, for somebody who waits for it; two seconds at most, and never failing.</summary>
    public async Task<ReceiptFate> StoreAsync(KeptDecision decision, CancellationToken cancellationToken)
    {
        try
        {
            await _store.SaveAsync([decision], CancellationToken.None).WaitAsync(Patience, _time, cancellationToken);
            return ReceiptFate.Stored;
        }
        catch (TimeoutException)
        {
            // It may still come to be stored; that it will nobody can promise.
            return ReceiptFate.Queued;
        }
        catch (Exception exception) when (exception is not OperationCanceledException || !cancellationToken.IsCancellationRequested)
        {
            Log.NotStored(_logger, 1, exception);
            Dropped.Add(1);
            return ReceiptFate.Dropped;
        }
    }

    /// <inheritdoc cref="WriteBehind{T}.RunAsync"/>
    public Task RunAsync(CancellationToken stopping) => _waiting.RunAsync(stopping);

    private static partial class Log
    {
        [LoggerMessage(480, LogLevel.Warning, "{Count} receipts of decisions could not be stored yet.")]
        public static partial void NotStored(ILogger logger, int count, Exception exception);

        [LoggerMessage(481, LogLevel.Warning, "The store does not keep up: {Count} receipts of decisions were dropped.")]
        public static partial void Full(ILogger logger, int count);

        [LoggerMessage(482, LogLevel.Error, "{Count} receipts of decisions are lost: the store took none of them before the end.")]
        public static partial void Lost(ILogger logger, int count);
    }
}

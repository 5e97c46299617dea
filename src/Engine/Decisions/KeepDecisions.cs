using System.Diagnostics.Metrics;
using System.Threading.Channels;
using Microsoft.Extensions.Logging;
using PersonalizationEngine.Engine.Ports;

namespace PersonalizationEngine.Engine.Decisions;

/// <summary>
/// Carries receipts to the store, in batches, without any answer waiting for it but those that were told to. Bounded: what does
/// not fit is dropped, counted and logged. A receipt tells of the past; decisions go on without it.
/// </summary>
public sealed partial class KeepDecisions(IKeptDecisions store, TimeProvider time, ILogger<KeepDecisions> logger)
{
    private const int Capacity = 4_000, BatchSize = 250;

    private static readonly TimeSpan FlushEvery = TimeSpan.FromMilliseconds(250), RetryAfter = TimeSpan.FromSeconds(1), Patience = TimeSpan.FromSeconds(2);
    private static readonly Counter<long> Dropped = EngineMetrics.Meter.CreateCounter<long>(
        "personalization.receipts.dropped", unit: "{receipt}", description: "Receipts of decisions dropped because the store did not keep up.");

    private readonly Channel<KeptDecision> _waiting =
        Channel.CreateBounded<KeptDecision>(new BoundedChannelOptions(Capacity) { SingleReader = true });

    private int _droppedSinceFlush;

    /// <summary>Hands it over and returns at once.</summary>
    public ReceiptFate Queue(KeptDecision decision)
    {
        if (_waiting.Writer.TryWrite(decision)) return ReceiptFate.Queued;
        Dropped.Add(1);
        Interlocked.Increment(ref _droppedSinceFlush);
        return ReceiptFate.Dropped;
    }

    /// <summary>Stores it now, for somebody who waits for it; two seconds at most, and never failing.</summary>
    public async Task<ReceiptFate> StoreAsync(KeptDecision decision, CancellationToken cancellationToken)
    {
        try
        {
            await store.SaveAsync([decision], CancellationToken.None).WaitAsync(Patience, time, cancellationToken);
            return ReceiptFate.Stored;
        }
        catch (TimeoutException)
        {
            // It may still come to be stored; that it will nobody can promise.
            return ReceiptFate.Queued;
        }
        catch (Exception exception) when (exception is not OperationCanceledException || !cancellationToken.IsCancellationRequested)
        {
            Log.NotStored(logger, 1, exception);
            Dropped.Add(1);
            return ReceiptFate.Dropped;
        }
    }

    /// <summary>Stores what comes until cancelled, then what is left; what the store does not take then is lost, counted and logged.</summary>
    public async Task RunAsync(CancellationToken stopping)
    {
        using var timer = new PeriodicTimer(FlushEvery, time);
        while (!stopping.IsCancellationRequested)
        {
            await timer.WaitForNextTickAsync(stopping).AsTask().ContinueWith(_ => { }, TaskScheduler.Default);
            if (Interlocked.Exchange(ref _droppedSinceFlush, 0) is > 0 and var dropped) Log.Full(logger, dropped);
            await FlushAsync(stopping);
        }

        await FlushAsync(stopping);
    }

    private async Task FlushAsync(CancellationToken stopping)
    {
        while (Take() is { Count: > 0 } batch)
        {
            while (!await TrySaveAsync(batch))
            {
                if (stopping.IsCancellationRequested)
                {
                    GiveUp(batch.Count);
                    return;
                }

                await Task.Delay(RetryAfter, time, stopping).ContinueWith(_ => { }, TaskScheduler.Default);
            }
        }
    }

    private void GiveUp(int untaken)
    {
        var lost = untaken;
        while (_waiting.Reader.TryRead(out _)) lost++;
        Dropped.Add(lost);
        Log.Lost(logger, lost);
    }

    private async Task<bool> TrySaveAsync(List<KeptDecision> batch)
    {
        try
        {
            await store.SaveAsync(batch, CancellationToken.None);
            return true;
        }
        catch (Exception exception)
        {
            Log.NotStored(logger, batch.Count, exception);
            return false;
        }
    }

    private List<KeptDecision> Take()
    {
        var batch = new List<KeptDecision>();
        while (batch.Count < BatchSize && _waiting.Reader.TryRead(out var decision)) batch.Add(decision);
        return batch;
    }

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

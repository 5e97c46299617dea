using System.Threading.Channels;

namespace PersonalizationEngine.Engine.Resilience;

/// <summary>
/// Carries things to a store, in batches, without anybody waiting for it who hands them over. Bounded: what does not fit is
/// dropped, counted and told. A batch that the store does not take is tried again until it does.
/// </summary>
/// <param name="capacity">The most that waits.</param>
/// <param name="batchSize">The most that is stored at once.</param>
/// <param name="save">Stores a batch, or throws; after it threw it gets the same batch again.</param>
internal sealed class WriteBehind<T>(int capacity, int batchSize, Func<IReadOnlyList<T>, Task> save, WriteBehindNews<T> news, TimeProvider time)
{
    private static readonly TimeSpan FlushEvery = TimeSpan.FromMilliseconds(250), RetryAfter = TimeSpan.FromSeconds(1);

    private readonly Channel<T> _waiting = Channel.CreateBounded<T>(new BoundedChannelOptions(capacity) { SingleReader = true });

    private int _droppedSinceFlush;

    /// <summary>Hands it over and returns at once.</summary>
    /// <returns>False when it was dropped.</returns>
    public bool TryAdd(T one)
    {
        if (_waiting.Writer.TryWrite(one)) return true;
        news.Dropped([one]);
        Interlocked.Increment(ref _droppedSinceFlush);
        return false;
    }

    /// <summary>Stores what comes until cancelled, then what is left; what the store does not take then is lost, counted and told.</summary>
    public async Task RunAsync(CancellationToken stopping)
    {
        using var timer = new PeriodicTimer(FlushEvery, time);
        while (!stopping.IsCancellationRequested)
        {
            await timer.WaitForNextTickAsync(stopping).AsTask().ContinueWith(_ => { }, TaskScheduler.Default);
            if (Interlocked.Exchange(ref _droppedSinceFlush, 0) is > 0 and var dropped) news.Full(dropped);
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
                    GiveUp(batch);
                    return;
                }

                await Task.Delay(RetryAfter, time, stopping).ContinueWith(_ => { }, TaskScheduler.Default);
            }
        }
    }

    private void GiveUp(List<T> lost)
    {
        while (_waiting.Reader.TryRead(out var one)) lost.Add(one);
        news.Dropped(lost);
        news.Lost(lost.Count);
    }

    private async Task<bool> TrySaveAsync(List<T> batch)
    {
        try
        {
            await save(batch);
            return true;
        }
        catch (Exception exception)
        {
            news.NotStored(batch.Count, exception);
            return false;
        }
    }

    private List<T> Take()
    {
        var batch = new List<T>();
        while (batch.Count < batchSize && _waiting.Reader.TryRead(out var one)) batch.Add(one);
        return batch;
    }
}

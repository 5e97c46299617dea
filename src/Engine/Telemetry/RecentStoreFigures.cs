using PersonalizationEngine.Engine.Ports;

namespace PersonalizationEngine.Engine.Telemetry;

/// <summary>Figures of the store for pages: however many people look, the store is asked every ten seconds at most, and nobody waits for it.</summary>
public sealed class RecentStoreFigures(IStoreFigures store, TimeProvider time)
{
    private static readonly TimeSpan Kept = TimeSpan.FromSeconds(10), Patience = TimeSpan.FromMilliseconds(80);

    private readonly Lock _entry = new();
    private Task<(long Bytes, long DeadLetters)>? _reading;
    private (long Bytes, long DeadLetters)? _last;
    private DateTimeOffset _at;

    /// <summary>Null while they are being read for the first time, and where they cannot be.</summary>
    public async Task<(long Bytes, long DeadLetters)?> RunAsync(CancellationToken cancellationToken)
    {
        Task<(long Bytes, long DeadLetters)> reading;
        lock (_entry)
        {
            if (_reading is null || (_reading.IsCompleted && time.GetUtcNow() - _at > Kept)) (_reading, _at) = (Task.Run(ReadAsync, CancellationToken.None), time.GetUtcNow());
            reading = _reading;
        }

        try
        {
            return _last = await reading.WaitAsync(Patience, time, cancellationToken);
        }
        catch (Exception exception) when (exception is not OperationCanceledException)
        {
            return exception is TimeoutException ? _last : null;
        }
    }

    private async Task<(long Bytes, long DeadLetters)> ReadAsync() =>
        (await store.BytesAsync(CancellationToken.None), await store.DeadLettersAsync(CancellationToken.None));
}

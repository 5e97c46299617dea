using PersonalizationEngine.Engine.Ports;

namespace PersonalizationEngine.Engine.Access;

/// <summary>
/// The keys of the store that hold, read again every few seconds: so a revoked one stops in every process without a question for
/// each request. Where they cannot be read, none holds.
/// </summary>
public sealed class HoldingKeys(IAccessKeys store, TimeProvider time) : IDisposable
{
    /// <summary>For so long a revoked key may still open something in another process.</summary>
    public static readonly TimeSpan Remembered = TimeSpan.FromSeconds(3);

    private readonly SemaphoreSlim _reading = new(1, 1);
    private volatile Known? _known;

    public async Task<IReadOnlyList<AccessKey>> ListAsync(CancellationToken cancellationToken)
    {
        if (Fresh() is { } known) return known;
        await _reading.WaitAsync(cancellationToken);
        try
        {
            if (Fresh() is { } meanwhile) return meanwhile;
            // Before it is read: a key that is revoked while the list is on its way is not kept for longer.
            var at = time.GetTimestamp();
            var keys = await store.ListHoldingAsync(cancellationToken);
            _known = new Known(keys, at);
            return keys;
        }
        finally
        {
            _reading.Release();
        }
    }

    /// <summary>After a change in this process: the next request knows of it.</summary>
    public void Forget() => _known = null;

    public void Dispose() => _reading.Dispose();

    private IReadOnlyList<AccessKey>? Fresh() => _known is { } known && time.GetElapsedTime(known.At) < Remembered ? known.Keys : null;

    private sealed record Known(IReadOnlyList<AccessKey> Keys, long At);
}

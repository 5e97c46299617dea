using Microsoft.Extensions.Logging;
using PersonalizationEngine.Engine.Ports;

namespace PersonalizationEngine.Engine.Idempotency;

/// <summary>
/// The key of a request that runs. It is renewed for as long as this process lives, and ends with the answer or without: the
/// first of the two calls counts.
/// </summary>
public sealed partial class HeldKey
{
    private readonly IIdempotencyKeys _keys;
    private readonly string _key, _holder;
    private readonly TimeProvider _time;
    private readonly ILogger _logger;
    private readonly ITimer _renewal;
    private int _ended;

    internal HeldKey(IIdempotencyKeys keys, string key, string holder, TimeProvider time, ILogger logger)
    {
        (_keys, _key, _holder, _time, _logger) = (keys, key, holder, time, logger);
        _renewal = time.CreateTimer(_ => _ = RenewAsync(), null, KeyRules.Renewal, KeyRules.Renewal);
    }

    /// <summary>Keeps the answer. A store that fails keeps nobody from being answered: the key is free again after five minutes.</summary>
    public async Task KeepAsync(KeptAnswer answer)
    {
        if (!TryEnd()) return;
        try
        {
            if (!await _keys.KeepAsync(_key, _holder, answer, _time.GetUtcNow() + KeyRules.Kept, CancellationToken.None)) Log.NotKept(_logger);
        }
        catch (Exception exception)
        {
            Log.KeepingFailed(_logger, exception);
        }
    }

    /// <summary>Frees the key: nothing was changed, and whoever sends the request again has it run.</summary>
    public async Task ReleaseAsync()
    {
        if (!TryEnd()) return;
        try
        {
            await _keys.ReleaseAsync(_key, _holder, CancellationToken.None);
        }
        catch (Exception exception)
        {
            Log.ReleasingFailed(_logger, exception);
        }
    }

    private bool TryEnd()
    {
        if (Interlocked.Exchange(ref _ended, 1) != 0) return false;
        _renewal.Dispose();
        return true;
    }

    private async Task RenewAsync()
    {
        try
        {
            await _keys.RenewAsync(_key, _holder, _time.GetUtcNow() + KeyRules.InFlight, CancellationToken.None);
        }
        catch (Exception exception)
        {
            Log.RenewingFailed(_logger, exception);
        }
    }

    private static partial class Log
    {
        [LoggerMessage(600, LogLevel.Warning, "The answer of a request with an Idempotency-Key could not be kept: sent again after five minutes, the request runs again.")]
        public static partial void KeepingFailed(ILogger logger, Exception exception);

        [LoggerMessage(601, LogLevel.Warning, "An Idempotency-Key could not be freed: it is in five minutes.")]
        public static partial void ReleasingFailed(ILogger logger, Exception exception);

        [LoggerMessage(602, LogLevel.Warning, "An Idempotency-Key could not be renewed; that is tried again.")]
        public static partial void RenewingFailed(ILogger logger, Exception exception);

        [LoggerMessage(603, LogLevel.Information, "The answer of a request with an Idempotency-Key was not kept: it names somebody who was erased, or the key ran out while its request ran.")]
        public static partial void NotKept(ILogger logger);
    }
}

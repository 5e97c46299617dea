using Microsoft.Extensions.Logging;
using PersonalizationEngine.Engine.Ports;

namespace PersonalizationEngine.Engine.Idempotency;

/// <summary>Lets a request run once, however often it is sent.</summary>
public sealed class TakeKeys(IIdempotencyKeys keys, TimeProvider time, ILogger<TakeKeys> logger)
{
    /// <param name="key">A hash of the caller and the key they sent.</param>
    /// <param name="request">A hash of what is asked.</param>
    /// <returns>The key, when it was taken; else what was found.</returns>
    public async Task<(HeldKey? Held, KeyFound Found)> RunAsync(string key, string request, CancellationToken cancellationToken)
    {
        var now = time.GetUtcNow();
        var holder = $"{Guid.CreateVersion7(now):N}";
        var found = await keys.TakeAsync(key, request, holder, now, now + KeyRules.InFlight, cancellationToken);
        return found.State == KeyState.Taken ? (new HeldKey(keys, key, holder, time, logger), found) : (null, found);
    }
}

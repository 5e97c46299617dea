using PersonalizationEngine.Engine.Idempotency;

namespace PersonalizationEngine.Engine.Ports;

/// <summary>Keys that make a request count once, shared by all processes on a store.</summary>
public interface IIdempotencyKeys
{
    /// <summary>Takes a key that nobody has, or whose time is over. Of several who ask at once one gets it.</summary>
    /// <param name="key">A hash of the caller and the key they sent.</param>
    /// <param name="request">A hash of what is asked.</param>
    /// <param name="holder">No other request's, of any process.</param>
    /// <param name="until">When the key is free again unless it is renewed or answered.</param>
    Task<KeyFound> TakeAsync(string key, string request, string holder, DateTimeOffset now, DateTimeOffset until, CancellationToken cancellationToken);

    /// <returns>False when another request has the key by now.</returns>
    Task<bool> RenewAsync(string key, string holder, DateTimeOffset until, CancellationToken cancellationToken);

    /// <returns>False when another request has the key by now, or the answer names somebody who was erased: it was not kept then.</returns>
    Task<bool> KeepAsync(string key, string holder, KeptAnswer answer, DateTimeOffset until, CancellationToken cancellationToken);

    /// <summary>Frees a key whose request has changed nothing.</summary>
    Task ReleaseAsync(string key, string holder, CancellationToken cancellationToken);
}

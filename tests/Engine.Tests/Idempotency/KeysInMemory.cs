using System.Collections.Concurrent;
using PersonalizationEngine.Engine.Idempotency;
using PersonalizationEngine.Engine.Ports;

namespace PersonalizationEngine.Engine.Tests.Idempotency;

/// <summary>Notes what is asked of it, and fails when it is told to.</summary>
internal sealed class KeysInMemory : IIdempotencyKeys
{
    private readonly ConcurrentQueue<string> _calls = new();

    public bool IsBroken { get; set; }

    public IReadOnlyCollection<string> Calls => _calls;

    /// <summary>Until when the key was last taken or renewed, or its answer kept.</summary>
    public DateTimeOffset Until { get; private set; }

    public KeyFound Found { get; init; } = new(KeyState.Taken);

    public Task<KeyFound> TakeAsync(
        string key, string request, string holder, DateTimeOffset now, DateTimeOffset until, CancellationToken cancellationToken)
    {
        Note("take", until);
        return Task.FromResult(Found);
    }

    public Task<bool> RenewAsync(string key, string holder, DateTimeOffset until, CancellationToken cancellationToken)
    {
        Note("renew", until);
        return Task.FromResult(true);
    }

    public Task<bool> KeepAsync(string key, string holder, KeptAnswer answer, DateTimeOffset until, CancellationToken cancellationToken)
    {
        Note("keep", until);
        return Task.FromResult(true);
    }

    public Task ReleaseAsync(string key, string holder, CancellationToken cancellationToken)
    {
        Note("release", Until);
        return Task.CompletedTask;
    }

    private void Note(string call, DateTimeOffset until)
    {
        _calls.Enqueue(call);
        if (IsBroken) throw new IOException("The disk is full.");
        Until = until;
    }
}

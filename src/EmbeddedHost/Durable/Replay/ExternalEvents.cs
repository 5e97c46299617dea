using EmbeddedHost.Durable.Histories;

namespace EmbeddedHost.Durable.Replay;

/// <summary>
/// Events from outside, by name without regard to case. The one who asked last is served first, so that an abandoned wait does
/// not swallow what a later one is for; what nobody waits for is kept in order.
/// </summary>
internal sealed class ExternalEvents
{
    private readonly Dictionary<string, Stack<TaskCompletionSource<string?>>> _waiting = new(StringComparer.OrdinalIgnoreCase);
    private readonly List<HistoryEvent> _unclaimed = [];

    public IReadOnlyList<HistoryEvent> Unclaimed => _unclaimed;

    public bool IsAnyAwaited => _waiting.Values.Any(stack => stack.Any(waiter => !waiter.Task.IsCompleted));

    public Task<string?> Next(string name, CancellationToken cancellationToken)
    {
        if (cancellationToken.IsCancellationRequested) return Task.FromCanceled<string?>(cancellationToken);
        var kept = _unclaimed.FindIndex(one => string.Equals(one.Name, name, StringComparison.OrdinalIgnoreCase));
        if (kept >= 0)
        {
            var payload = _unclaimed[kept].Payload;
            _unclaimed.RemoveAt(kept);
            return Task.FromResult(payload);
        }

        var waiter = new TaskCompletionSource<string?>();
        if (!_waiting.TryGetValue(name, out var stack)) _waiting[name] = stack = [];
        stack.Push(waiter);
        cancellationToken.Register(() => waiter.TrySetCanceled(cancellationToken));
        return waiter.Task;
    }

    public void Raise(HistoryEvent raised)
    {
        if (_waiting.TryGetValue(raised.Name ?? "", out var stack))
        {
            while (stack.TryPop(out var waiter))
            {
                if (waiter.TrySetResult(raised.Payload)) return;
            }
        }

        _unclaimed.Add(raised);
    }
}

namespace EmbeddedHost.Durable.Clients;

/// <summary>Those who wait for a change of an instance.</summary>
internal sealed class InstanceWaiters
{
    private readonly Lock _lock = new();
    private readonly Dictionary<string, TaskCompletionSource> _waiting = new(StringComparer.Ordinal);

    /// <summary>Completes at the instance's next change. To be asked for before the instance is looked at.</summary>
    public Task NextChange(string id)
    {
        lock (_lock)
        {
            if (!_waiting.TryGetValue(id, out var waiter))
            {
                _waiting[id] = waiter = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
            }

            return waiter.Task;
        }
    }

    public void Wake(string id)
    {
        lock (_lock)
        {
            if (_waiting.Remove(id, out var waiter)) waiter.SetResult();
        }
    }
}

namespace EmbeddedHost.Timers;

/// <summary>The timers of a running host.</summary>
internal sealed class TimerListeners : IDisposable
{
    private readonly CancellationTokenSource _stopping = new();
    private Task _listening = Task.CompletedTask;

    public void Start(IEnumerable<TimerListener> listeners) =>
        _listening = Task.WhenAll([.. listeners.Select(listener => listener.ListenAsync(_stopping.Token))]);

    /// <summary>No run begins any more; ends when those under way have ended.</summary>
    public async Task StopAsync()
    {
        await _stopping.CancelAsync();
        await _listening;
    }

    public void Dispose() => _stopping.Dispose();
}

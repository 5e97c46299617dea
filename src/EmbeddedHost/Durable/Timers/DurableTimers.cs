namespace EmbeddedHost.Durable.Timers;

/// <summary>When timers are due, by the clock of the app's <see cref="TimeProvider"/>.</summary>
/// <param name="fire">Called with the run and the place of the timer among its decisions.</param>
internal sealed class DurableTimers(TimeProvider time, Action<long, int> fire) : IDisposable
{
    // a longer wait than the system's timers can take is made of several
    private static readonly TimeSpan LongestWait = TimeSpan.FromDays(1);

    private readonly Lock _lock = new();
    private readonly PriorityQueue<(long Run, int Task), long> _queue = new();
    private readonly HashSet<(long Run, int Task)> _live = [];
    private ITimer? _timer;
    private long _wakesAt = long.MaxValue;
    private bool _stopped;

    /// <param name="due">UTC ticks; what is past fires at once.</param>
    public void Set(long run, int task, long due)
    {
        lock (_lock)
        {
            if (_stopped || _live.Contains((run, task))) return;
            if (due > time.GetUtcNow().UtcTicks)
            {
                _live.Add((run, task));
                _queue.Enqueue((run, task), due);
                if (due < _wakesAt) WakeAt(due);
                return;
            }
        }

        fire(run, task);
    }

    public void Cancel(long run, int task)
    {
        lock (_lock) _live.Remove((run, task));
    }

    /// <summary>No timer fires any more.</summary>
    public void Stop()
    {
        lock (_lock)
        {
            _stopped = true;
            _timer?.Dispose();
        }
    }

    public void Dispose() => Stop();

    private void Wake()
    {
        var due = new List<(long Run, int Task)>();
        lock (_lock)
        {
            if (_stopped) return;
            var now = time.GetUtcNow().UtcTicks;
            while (_queue.TryPeek(out var first, out var at) && (at <= now || !_live.Contains(first)))
            {
                _queue.Dequeue();
                if (_live.Remove(first)) due.Add(first);
            }

            _wakesAt = long.MaxValue;
            if (_queue.TryPeek(out _, out var next)) WakeAt(next);
        }

        foreach (var (run, task) in due) fire(run, task);
    }

    private void WakeAt(long due)
    {
        var wait = new TimeSpan(Math.Clamp(due - time.GetUtcNow().UtcTicks, 0, LongestWait.Ticks));
        _wakesAt = due;
        if (_timer is null) _timer = time.CreateTimer(static timers => ((DurableTimers)timers!).Wake(), this, wait, Timeout.InfiniteTimeSpan);
        else _timer.Change(wait, Timeout.InfiniteTimeSpan);
    }
}

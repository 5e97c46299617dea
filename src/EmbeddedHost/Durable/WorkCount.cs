namespace EmbeddedHost.Durable;

/// <summary>
/// Counts what is under way: turns, writes, activities. Each begins what follows from it before it ends, so at zero nothing
/// happens until time passes or somebody asks.
/// </summary>
internal sealed class WorkCount
{
    private readonly Lock _lock = new();
    private TaskCompletionSource _idle = Completed();
    private int _count;

    public Task WhenIdle
    {
        get
        {
            lock (_lock) return _idle.Task;
        }
    }

    public void Begin()
    {
        lock (_lock)
        {
            if (_count++ == 0) _idle = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        }
    }

    public void End()
    {
        lock (_lock)
        {
            if (--_count == 0) _idle.SetResult();
        }
    }

    private static TaskCompletionSource Completed()
    {
        var done = new TaskCompletionSource();
        done.SetResult();
        return done;
    }
}

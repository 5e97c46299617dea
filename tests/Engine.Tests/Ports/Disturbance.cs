namespace PersonalizationEngine.Engine.Tests.Ports;

/// <summary>What stands between a port and its work: nothing, a failure, or a wait without end.</summary>
internal sealed class Disturbance
{
    private readonly Lock _changing = new();
    private Queue<Exception> _next = new();
    private Exception? _always;
    private TaskCompletionSource? _hanging;
    private int _calls;
    private int _failAfter = int.MaxValue;

    /// <summary>How often the port was asked, in vain or not.</summary>
    public int Calls => Volatile.Read(ref _calls);

    public void Fail(Exception? exception = null) => Set(exception ?? new IOException("The store is gone."), null);

    public void FailNext(params Exception[] exceptions)
    {
        lock (_changing) _next = new Queue<Exception>(exceptions);
    }

    /// <summary>The next so many calls work, all further ones fail.</summary>
    public void FailAfter(int calls)
    {
        lock (_changing) _failAfter = _calls + calls;
    }

    public void Hang() => Set(null, new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously));

    /// <summary>The port works again; what was hanging goes on.</summary>
    public void End() => Set(null, null);

    public async Task PassAsync()
    {
        Interlocked.Increment(ref _calls);
        Task waiting;
        lock (_changing)
        {
            if (_next.TryDequeue(out var once)) throw once;
            if (_always is not null) throw _always;
            if (_calls > _failAfter) throw new IOException("The store is gone.");
            waiting = _hanging?.Task ?? Task.CompletedTask;
        }

        await waiting;
    }

    private void Set(Exception? always, TaskCompletionSource? hanging)
    {
        lock (_changing)
        {
            _hanging?.TrySetResult();
            (_always, _hanging, _failAfter) = (always, hanging, int.MaxValue);
        }
    }
}

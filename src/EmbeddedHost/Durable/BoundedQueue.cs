namespace EmbeddedHost.Durable;

/// <summary>Runs what is asked for in order, so many at a time.</summary>
/// <param name="run">Must not throw.</param>
internal sealed class BoundedQueue<T>(int most, Func<T, Task> run)
{
    private readonly Lock _lock = new();
    private readonly Queue<T> _waiting = [];
    private int _running;

    public void Enqueue(T one)
    {
        lock (_lock)
        {
            _waiting.Enqueue(one);
            if (_running == most) return;
            _running++;
        }

        ThreadPool.UnsafeQueueUserWorkItem(static queue => _ = queue.RunAllAsync(), this, preferLocal: false);
    }

    /// <summary>Takes out what has not begun.</summary>
    public IReadOnlyList<T> Clear()
    {
        lock (_lock)
        {
            var waiting = _waiting.ToList();
            _waiting.Clear();
            return waiting;
        }
    }

    private async Task RunAllAsync()
    {
        while (true)
        {
            T? next;
            lock (_lock)
            {
                if (!_waiting.TryDequeue(out next))
                {
                    _running--;
                    return;
                }
            }

            await run(next);
        }
    }
}

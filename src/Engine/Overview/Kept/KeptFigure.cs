namespace PersonalizationEngine.Engine.Overview.Kept;

/// <summary>
/// A figure that is too dear to be worked out for everybody who looks. It is worked out when somebody looks and it is too old, by
/// one thread beside the request, and at most for a twentieth of the time: one that takes a minute is twenty minutes old before
/// it is worked out again. What cannot be worked out stays as it was.
/// </summary>
/// <param name="fresh">How long it is good in any case.</param>
/// <param name="failed">Told of the first failure in a row.</param>
public sealed class KeptFigure<T>(
    TimeSpan fresh, Func<CancellationToken, Task<T>> read, Action<Exception> failed, TimeProvider time, CancellationToken stopping) : IKeptFigure
{
    private const int Share = 20;

    private static readonly TimeSpan RetryAfter = TimeSpan.FromSeconds(5);

    private readonly Lock _starting = new();
    private Task _running = Task.CompletedTask;
    private DateTimeOffset _due = DateTimeOffset.MinValue;
    private Dated<T>? _last;

    /// <summary>Null until it was worked out for the first time.</summary>
    public Dated<T>? Last => Volatile.Read(ref _last);

    /// <summary>The last try to work it out failed.</summary>
    public bool IsFailing { get; private set; }

    public Task FreshenAsync()
    {
        lock (_starting)
        {
            if (_running.IsCompleted && time.GetUtcNow() >= _due && !stopping.IsCancellationRequested)
            {
                // A store that works synchronously must not take the pool's threads from decisions.
                _running = Task.Factory.StartNew(RunAsync, CancellationToken.None, TaskCreationOptions.LongRunning, TaskScheduler.Default).Unwrap();
            }

            return _running;
        }
    }

    private async Task RunAsync()
    {
        var began = time.GetTimestamp();
        try
        {
            var value = await read(stopping);
            var (now, took) = (time.GetUtcNow(), time.GetElapsedTime(began));
            Volatile.Write(ref _last, new Dated<T>(value, now, took));
            IsFailing = false;
            Due(now + (took * Share > fresh ? took * Share : fresh));
        }
        catch (Exception exception)
        {
            if (!IsFailing && !stopping.IsCancellationRequested) failed(exception);
            IsFailing = true;
            Due(time.GetUtcNow() + RetryAfter);
        }
    }

    private void Due(DateTimeOffset at)
    {
        lock (_starting) _due = at;
    }
}

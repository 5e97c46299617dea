namespace EmbeddedHost.Invocations;

/// <summary>The token of one invocation: fires for the caller's going, the time-out and the end of draining.</summary>
internal sealed class InvocationCancellation : IDisposable
{
    private readonly CancellationToken _callerGone;
    private readonly CancellationToken _drainExpired;
    private readonly CancellationTokenSource _source;
    private readonly CancellationTokenRegistration _onCallerGone;
    private readonly CancellationTokenRegistration _onDrainExpired;

    public InvocationCancellation(InvocationLimits limits, CancellationToken callerGone)
    {
        _callerGone = callerGone;
        _drainExpired = limits.DrainExpired;
        _source = new CancellationTokenSource(limits.Timeout, limits.Time);
        _onCallerGone = callerGone.UnsafeRegister(Cancel, _source);
        _onDrainExpired = limits.DrainExpired.UnsafeRegister(Cancel, _source);
    }

    public CancellationToken Token => _source.Token;

    public bool TimedOut =>
        _source.IsCancellationRequested && !_callerGone.IsCancellationRequested && !_drainExpired.IsCancellationRequested;

    /// <remarks>The registrations first: disposing of them waits for a callback under way, which needs the source.</remarks>
    public void Dispose()
    {
        _onCallerGone.Dispose();
        _onDrainExpired.Dispose();
        _source.Dispose();
    }

    private static void Cancel(object? source) => ((CancellationTokenSource)source!).Cancel();
}

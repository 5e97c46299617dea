namespace PersonalizationEngine.Adapters.MySql;

/// <summary>
/// Lets a caller go who has lost patience. The driver itself lets go only when the server has heard that it shall stop, which
/// one that does not answer never does; until the statement's own time-out the work then ends behind the caller's back.
/// </summary>
internal static class LettingGo
{
    /// <summary>Long enough for a server that answers to stop, or to tell how a commit under way has ended.</summary>
    private static readonly TimeSpan Grace = TimeSpan.FromMilliseconds(250);

    public static async Task<T> RunAsync<T>(Func<CancellationToken, Task<T>> work, TimeProvider time, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        var stop = new CancellationTokenSource();
        var running = work(stop.Token);
        try
        {
            return await running.WaitAsync(cancellationToken);
        }
        catch (OperationCanceledException) when (!running.IsCompleted)
        {
            // Not the caller's own token: the driver would keep whoever cancels it waiting for the server.
            Forget(stop.CancelAsync());
            await Task.WhenAny(running, Task.Delay(Grace, time, CancellationToken.None));
            if (running.IsCompletedSuccessfully) return await running;
            Forget(running);
            throw;
        }
    }

    /// <summary>How it ends is nobody's business any more.</summary>
    public static void Forget(Task running) => _ = running.ContinueWith(
        static ended => ended.Exception, CancellationToken.None, TaskContinuationOptions.OnlyOnFaulted, TaskScheduler.Default);
}

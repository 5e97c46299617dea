using Microsoft.Extensions.Logging;

namespace PersonalizationEngine.Engine.Background;

/// <summary>
/// Does in the background what takes longer than anybody waits for an answer, each work once at a time, and remembers how it went. This process
/// alone knows of it: what others must know is for the work itself to write down.
/// </summary>
public sealed partial class BackgroundWork(TimeProvider time, ILogger<BackgroundWork> logger)
{
    private readonly Dictionary<string, BackgroundRun> _runs = new(StringComparer.Ordinal);
    private readonly Lock _entry = new();

    /// <returns>Null for what was never asked for in this process.</returns>
    public BackgroundRun? Last(string work)
    {
        lock (_entry) return _runs.GetValueOrDefault(work);
    }

    /// <param name="run">Gives its outcome in a sentence. It goes on whoever leaves, and ends with the process.</param>
    /// <returns>False when it runs already.</returns>
    public bool TryStart(string work, string by, Func<CancellationToken, Task<string>> run, CancellationToken stopping)
    {
        var begun = new BackgroundRun(by, time.GetUtcNow());
        lock (_entry)
        {
            if (_runs.GetValueOrDefault(work) is { IsRunning: true }) return false;
            _runs[work] = begun;
        }

        _ = Task.Run(() => RunAsync(work, begun, run, stopping), CancellationToken.None);
        return true;
    }

    private async Task RunAsync(string work, BackgroundRun begun, Func<CancellationToken, Task<string>> run, CancellationToken stopping)
    {
        string outcome;
        var failed = false;
        try
        {
            outcome = await run(stopping);
        }
        catch (Exception exception)
        {
            // The type is enough for a page; messages can hold addresses.
            (outcome, failed) = ($"Failed: {exception.GetType().Name}.", true);
            if (!stopping.IsCancellationRequested) Log.Failed(logger, work, exception);
        }

        lock (_entry) _runs[work] = begun with { EndedAt = time.GetUtcNow(), Outcome = outcome, HasFailed = failed };
    }

    private static partial class Log
    {
        [LoggerMessage(780, LogLevel.Error, "{Work}, asked for by hand, failed.")]
        public static partial void Failed(ILogger logger, string work, Exception exception);
    }
}

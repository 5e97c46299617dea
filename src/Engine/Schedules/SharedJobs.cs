using Microsoft.Extensions.Logging;
using PersonalizationEngine.Engine.Ports;

namespace PersonalizationEngine.Engine.Schedules;

/// <summary>
/// Runs scheduled jobs so that of all processes on one store only one does each. The lease is renewed while the job runs; when
/// the process dies, another one can take the job half a minute later.
/// </summary>
public sealed partial class SharedJobs(IJobLeases leases, JobHolder holder, TimeProvider time, ILogger<SharedJobs> logger)
{
    public static readonly TimeSpan Lifetime = TimeSpan.FromSeconds(30);

    private static readonly TimeSpan RenewEvery = Lifetime / 3;

    /// <param name="spacing">A run begins at least so long after the last finished one began; somewhat less than the schedule's period.</param>
    /// <returns>False when another process does the job, or has just done it.</returns>
    public async Task<bool> RunAsync(string job, TimeSpan spacing, Func<CancellationToken, Task> work, CancellationToken cancellationToken)
    {
        var asked = AskedRun.Now;
        var isTaken = await leases.TryTakeAsync(job, holder.Name, time.GetUtcNow(), Lifetime, asked is null ? spacing : TimeSpan.Zero, cancellationToken);
        asked?.Note(isTaken);
        if (!isTaken) return false;
        using var ending = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        using var done = new CancellationTokenSource();
        var renewing = RenewAsync(job, ending, done.Token);
        var finished = false;
        try
        {
            await work(ending.Token);
            finished = true;
        }
        finally
        {
            await done.CancelAsync();
            await renewing;
            await GiveBackAsync(job, finished);
        }

        return true;
    }

    /// <summary>Until the job is done; stops the job when another process holds it.</summary>
    private async Task RenewAsync(string job, CancellationTokenSource ending, CancellationToken done)
    {
        var renewedAt = time.GetUtcNow();
        while (await PausedAsync(done))
        {
            try
            {
                var isHeld = await leases.RenewAsync(job, holder.Name, time.GetUtcNow(), Lifetime, done);
                if (isHeld) renewedAt = time.GetUtcNow();
                else await LoseAsync(job, ending);
            }
            catch (Exception exception) when (!done.IsCancellationRequested)
            {
                Log.NotRenewed(logger, job, exception);
                if (time.GetUtcNow() - renewedAt >= Lifetime) await LoseAsync(job, ending);
            }
            catch (Exception)
            {
                return;
            }
        }
    }

    private async Task<bool> PausedAsync(CancellationToken done)
    {
        try
        {
            await Task.Delay(RenewEvery, time, done);
            return true;
        }
        catch (OperationCanceledException)
        {
            return false;
        }
    }

    private async Task LoseAsync(string job, CancellationTokenSource ending)
    {
        Log.Lost(logger, job);
        await ending.CancelAsync();
    }

    private async Task GiveBackAsync(string job, bool finished)
    {
        try
        {
            await leases.GiveBackAsync(job, holder.Name, finished, CancellationToken.None);
        }
        catch (Exception exception)
        {
            // It runs out by itself.
            Log.NotGivenBack(logger, job, exception);
        }
    }

    private static partial class Log
    {
        [LoggerMessage(181, LogLevel.Warning, "The lease of {Job} could not be renewed.")]
        public static partial void NotRenewed(ILogger logger, string job, Exception exception);

        [LoggerMessage(182, LogLevel.Warning, "The lease of {Job} is lost; the job stops here, and another process goes on with it.")]
        public static partial void Lost(ILogger logger, string job);

        [LoggerMessage(183, LogLevel.Warning, "The lease of {Job} could not be given back; it runs out by itself.")]
        public static partial void NotGivenBack(ILogger logger, string job, Exception exception);
    }
}

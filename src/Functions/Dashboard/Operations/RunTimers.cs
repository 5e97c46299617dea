using Microsoft.DurableTask.Client;
using Microsoft.Extensions.Hosting;
using PersonalizationEngine.Dashboard.Operations;
using PersonalizationEngine.Engine.Administration.Auditing;
using PersonalizationEngine.Engine.Background;
using PersonalizationEngine.Engine.Schedules;

namespace PersonalizationEngine.Functions.Dashboard.Operations;

/// <summary>
/// Runs a timer's work because somebody wants it now. It goes on in the background; of all processes one does it, and the leases of the jobs
/// themselves keep it apart from the run of the schedule.
/// </summary>
public sealed class RunTimers
{
    private readonly BackgroundWork _background;
    private readonly TimerRuns _runs;
    private readonly SharedJobs _jobs;
    private readonly AuditedWork _audited;
    private readonly TimerWork _work;
    private readonly IHostApplicationLifetime _life;

    internal RunTimers(BackgroundWork background, TimerRuns runs, SharedJobs jobs, AuditedWork audited, TimerWork work, IHostApplicationLifetime life) =>
        (_background, _runs, _jobs, _audited, _work, _life) = (background, runs, jobs, audited, work, life);

    /// <returns>False when it runs already, at somebody's wish.</returns>
    internal bool TryStart(string timer, string by, DurableTaskClient client) =>
        _background.TryStart(TimersPage.WorkOf(timer), by, token => RunAsync(timer, by, client, token), _life.ApplicationStopping);

    private async Task<string> RunAsync(string timer, string by, DurableTaskClient client, CancellationToken cancellationToken)
    {
        var outcome = await _audited.RunAsync(
            new AuditEntry(default, by, AuditedKinds.Timer, timer, "run"),
            async () =>
            {
                var reached = TimerOutcome.Elsewhere;
                await _jobs.RunAsync(
                    $"asked.{timer}", TimeSpan.Zero,
                    async token => reached = await _runs.RunAsync(timer, by, () => _work.RunAsync(timer, client, token), token), cancellationToken);
                return (reached, $$"""{"outcome":"{{reached}}"}""");
            },
            cancellationToken);
        return outcome == TimerOutcome.Elsewhere ? "Another process is at it; nothing was done here." : "Done.";
    }
}

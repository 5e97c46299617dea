using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using Microsoft.DurableTask.Client;
using PersonalizationEngine.Dashboard.Operations;
using PersonalizationEngine.Engine.Access;
using PersonalizationEngine.Engine.Telemetry;
using PersonalizationEngine.Functions.Dashboard.Access;

namespace PersonalizationEngine.Functions.Dashboard.Operations;

/// <summary>What runs by the clock.</summary>
public sealed class TimerPageFunctions(DashboardGate gate, IEnumerable<WatchedTimer> timers, RunTimers run, TimeProvider time)
{
    private const string Address = "/dashboard/operations/timers";

    private readonly IReadOnlyList<WatchedTimer> _timers = [.. timers];

    /// <summary>All timers, with their last and next run.</summary>
    [Function("DashboardTimers")]
    public Task<IResult> ShowAsync([HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "dashboard/operations/timers")] HttpRequest request) =>
        gate.ShowAsync<TimersPage>(request, Plans());

    /// <summary>Runs one now; whoever asked finds its outcome on the page.</summary>
    [Function("DashboardRunTimer")]
    public Task<IResult> RunAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "dashboard/operations/timers/run")] HttpRequest request, [DurableClient] DurableTaskClient client) =>
        gate.ChangeAsync(request, AccessRole.Admin, (visit, form) =>
        {
            if (_timers.FirstOrDefault(one => one.Name == form["timer"]) is not { } timer)
            {
                visit.Fault("timer", "is none that runs here.");
                return Task.FromResult(visit.Show<TimersPage>(400, Plans()));
            }

            return Task.FromResult(visit.Go(Address, run.TryStart(timer.Name, visit.Name, client)
                ? $"{timer.Name} runs now; its outcome will be shown here."
                : $"{timer.Name} was running already and was not started again."));
        });

    private (string Name, object? Value) Plans() => (nameof(TimersPage.Plans), TimerPlans.Of(_timers, time.GetUtcNow()));
}

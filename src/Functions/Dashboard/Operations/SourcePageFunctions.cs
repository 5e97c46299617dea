using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using PersonalizationEngine.Dashboard.Operations;
using PersonalizationEngine.Engine.Access;
using PersonalizationEngine.Engine.Administration.Auditing;
using PersonalizationEngine.Engine.Ingestion;
using PersonalizationEngine.Engine.Ports;
using PersonalizationEngine.Functions.Admin.Events;
using PersonalizationEngine.Functions.Dashboard.Access;

namespace PersonalizationEngine.Functions.Dashboard.Operations;

/// <summary>Where facts come from, and what the engine depends on.</summary>
public sealed class SourcePageFunctions(DashboardGate gate, IRefusedEvents refused, ReplayRefusedEvents replay, AuditedWork audited)
{
    private const int MaxReplayed = 1000;

    /// <summary>Dependencies, synchronisations, caches and this process.</summary>
    [Function("DashboardOperations")]
    public Task<IResult> ShowAsync([HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "dashboard/operations")] HttpRequest request) =>
        gate.ShowAsync<SourcesPage>(request);

    /// <summary>Events that were refused, and why.</summary>
    [Function("DashboardRefusedEvents")]
    public Task<IResult> RefusedAsync([HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "dashboard/operations/refused-events")] HttpRequest request) =>
        gate.ShowAsync<RefusedEventsPage>(request);

    /// <summary>Tries them again: one, or the oldest thousand.</summary>
    [Function("DashboardReplayEvents")]
    public Task<IResult> ReplayAsync([HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "dashboard/operations/refused-events/replay")] HttpRequest request) =>
        gate.ChangeAsync(request, AccessRole.Admin, async (visit, form) =>
        {
            IReadOnlyList<long> ids = long.TryParse(form["id"], out var id)
                ? [id]
                : [.. (await refused.ListAsync(0, MaxReplayed, visit.Cancelled)).Select(one => one.Id)];
            var done = await audited.RunAsync(
                ReplayedEvents.Entry(visit.Name, ids),
                async () =>
                {
                    var summary = await replay.RunAsync(ids, visit.Cancelled);
                    return (summary, ReplayedEvents.After(summary));
                },
                visit.Cancelled);
            return visit.Go("/dashboard/operations/refused-events", $"{done.Replayed} counted now, {done.StillRefused.Count} still refused.");
        });
}

using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using Microsoft.DurableTask.Client;
using PersonalizationEngine.Dashboard.Operations;
using PersonalizationEngine.Engine.Access;
using PersonalizationEngine.Functions.Dashboard.Access;

namespace PersonalizationEngine.Functions.Dashboard.Operations;

/// <summary>Long work that outlives a process.</summary>
public sealed class OrchestrationPageFunctions(DashboardGate gate)
{
    /// <summary>Orchestrations, page by page.</summary>
    [Function("DashboardOrchestrations")]
    public Task<IResult> ListAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "dashboard/operations/orchestrations")] HttpRequest request, [DurableClient] DurableTaskClient client) =>
        gate.AnswerAsync(request, AccessRole.Viewer, async visit =>
        {
            OrchestrationRuntimeStatus? status = null;
            if (visit.Query("status") is { } asked)
            {
                status = OrchestrationList.Statuses.Cast<OrchestrationRuntimeStatus?>().FirstOrDefault(one => one.ToString() == asked);
                if (status is null) visit.Fault("status", "is none that orchestrations have; all are shown.");
            }

            var slice = await OrchestrationList.ReadAsync(client, status, visit.Query("after"), visit.Cancelled);
            if (slice is null) visit.Fault("after", "is no page of this list any more; go back to the first one.");
            var faulty = visit.Faults.Count > 0;
            return visit.Show<OrchestrationsPage>(
                faulty ? 400 : 200, (nameof(OrchestrationsPage.Slice), slice ?? OrchestrationSlice.Empty), (nameof(OrchestrationsPage.Status), status?.ToString()),
                (nameof(OrchestrationsPage.Statuses), OrchestrationList.Statuses.Select(one => one.ToString()).ToList()));
        });

    /// <summary>One of them.</summary>
    [Function("DashboardOrchestration")]
    public Task<IResult> ShowAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "dashboard/operations/orchestration")] HttpRequest request, [DurableClient] DurableTaskClient client) =>
        gate.AnswerAsync(request, AccessRole.Viewer, async visit =>
        {
            var found = visit.Query("id") is { } id ? await OrchestrationList.FindAsync(client, id, visit.Cancelled) : null;
            return visit.Show<OrchestrationPage>(found is null ? 404 : 200, (nameof(OrchestrationPage.One), found));
        });
}

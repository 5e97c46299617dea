using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using Microsoft.DurableTask.Client;
using PersonalizationEngine.Engine.Access;
using PersonalizationEngine.Functions.Dashboard.Access;

namespace PersonalizationEngine.Functions.Dashboard.Operations;

/// <summary>What an administrator can do to an orchestration.</summary>
public sealed class OrchestrationChangeFunctions(DashboardGate gate, ChangeOrchestrations changes)
{
    private const string Route = "dashboard/operations/orchestration/", Why = "Asked for in the dashboard.";

    /// <summary>Holds it until it is resumed.</summary>
    [Function("DashboardSuspendOrchestration")]
    public Task<IResult> SuspendAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = Route + "suspend")] HttpRequest request, [DurableClient] DurableTaskClient client) =>
        gate.ChangeAsync(request, AccessRole.Admin, (visit, form) => changes.RunAsync(
            client, visit, form, "suspended", one => one.IsUnderWay && !one.IsSuspended, id => client.SuspendInstanceAsync(id, Why, visit.Cancelled), "It is suspended."));

    /// <summary>Lets it go on.</summary>
    [Function("DashboardResumeOrchestration")]
    public Task<IResult> ResumeAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = Route + "resume")] HttpRequest request, [DurableClient] DurableTaskClient client) =>
        gate.ChangeAsync(request, AccessRole.Admin, (visit, form) => changes.RunAsync(
            client, visit, form, "resumed", one => one.IsSuspended, id => client.ResumeInstanceAsync(id, Why, visit.Cancelled), "It goes on."));

    /// <summary>Ends it, and what it started.</summary>
    [Function("DashboardTerminateOrchestration")]
    public Task<IResult> TerminateAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = Route + "terminate")] HttpRequest request, [DurableClient] DurableTaskClient client) =>
        gate.ChangeAsync(request, AccessRole.Admin, (visit, form) => changes.RunAsync(
            client, visit, form, "terminated", one => one.IsUnderWay,
            id => client.TerminateInstanceAsync(id, new TerminateInstanceOptions(Recursive: true), visit.Cancelled), "It is terminated."));

    /// <summary>Forgets one that is over.</summary>
    [Function("DashboardPurgeOrchestration")]
    public Task<IResult> PurgeAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = Route + "purge")] HttpRequest request, [DurableClient] DurableTaskClient client) =>
        gate.ChangeAsync(request, AccessRole.Admin, (visit, form) => changes.RunAsync(
            client, visit, form, "purged", one => !one.IsUnderWay,
            id => client.PurgeInstanceAsync(id, new PurgeInstanceOptions(Recursive: true), visit.Cancelled), "It is forgotten.", "/dashboard/operations/orchestrations"));
}

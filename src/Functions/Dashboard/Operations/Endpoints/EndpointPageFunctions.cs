using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using PersonalizationEngine.Dashboard.Operations.Endpoints;
using PersonalizationEngine.Functions.Dashboard.Access;
using static PersonalizationEngine.Functions.Dashboard.Rules.PathIds;

namespace PersonalizationEngine.Functions.Dashboard.Operations.Endpoints;

/// <summary>Other systems' endpoints and what was sent to them.</summary>
public sealed class EndpointPageFunctions(DashboardGate gate)
{
    private const string Route = "dashboard/operations/endpoints", RouteOfOne = Route + "/{id:long}";

    /// <summary>All of them.</summary>
    [Function("DashboardEndpoints")]
    public Task<IResult> ListAsync([HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = Route)] HttpRequest request) =>
        gate.ShowAsync<EndpointsPage>(request);

    /// <summary>The form of a new one.</summary>
    [Function("DashboardNewEndpoint")]
    public Task<IResult> BeginAsync([HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = Route + "/new")] HttpRequest request) =>
        gate.ShowAsync<EndpointEditorPage>(request);

    /// <summary>One of them with its messages.</summary>
    [Function("DashboardEndpoint")]
    public Task<IResult> ShowAsync([HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = RouteOfOne)] HttpRequest request, string id) =>
        gate.ShowAsync<EndpointPage>(request, (nameof(EndpointPage.Id), IdOf(id)));

    /// <summary>The form of one that is there.</summary>
    [Function("DashboardEditEndpoint")]
    public Task<IResult> EditAsync([HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = RouteOfOne + "/edit")] HttpRequest request, string id) =>
        gate.ShowAsync<EndpointEditorPage>(request, (nameof(EndpointEditorPage.Id), IdOf(id)));
}

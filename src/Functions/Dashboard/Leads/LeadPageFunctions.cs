using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using PersonalizationEngine.Dashboard.Leads;
using PersonalizationEngine.Functions.Dashboard.Access;

namespace PersonalizationEngine.Functions.Dashboard.Leads;

/// <summary>The list of leads, and all about one of them.</summary>
public sealed class LeadPageFunctions(DashboardGate gate)
{
    /// <summary>People with a score, the hottest first.</summary>
    [Function("DashboardLeads")]
    public Task<IResult> ListAsync([HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "dashboard/leads")] HttpRequest request) =>
        gate.ShowAsync<LeadsPage>(request);

    /// <summary>One person, by any of their ids.</summary>
    [Function("DashboardLead")]
    public Task<IResult> ShowAsync([HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "dashboard/lead")] HttpRequest request) =>
        gate.ShowAsync<LeadPage>(request);

    /// <summary>How the erasure of a person stands.</summary>
    [Function("DashboardErasure")]
    public Task<IResult> ErasureAsync([HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "dashboard/lead/erasure")] HttpRequest request) =>
        gate.ShowAsync<ErasurePage>(request);
}

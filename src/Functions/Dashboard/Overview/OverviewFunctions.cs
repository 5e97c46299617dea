using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using PersonalizationEngine.Dashboard.Overview;
using PersonalizationEngine.Functions.Dashboard.Access;

namespace PersonalizationEngine.Functions.Dashboard.Overview;

public sealed class OverviewFunctions(DashboardGate gate)
{
    /// <summary>How everything stands.</summary>
    [Function("DashboardOverview")]
    public Task<IResult> ShowAsync([HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "dashboard")] HttpRequest request) =>
        gate.ShowAsync<OverviewPage>(request);
}

using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using PersonalizationEngine.Dashboard.Recommendations;
using PersonalizationEngine.Functions.Dashboard.Access;

namespace PersonalizationEngine.Functions.Dashboard.Recommendations;

/// <summary>What somebody would be recommended, and why.</summary>
public sealed class ExplorerPageFunctions(DashboardGate gate)
{
    /// <summary>Asks as a frontend would, and counts nothing.</summary>
    [Function("DashboardExplorer")]
    public Task<IResult> ShowAsync([HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "dashboard/recommendations/explorer")] HttpRequest request) =>
        gate.ShowAsync<ExplorerPage>(request);
}

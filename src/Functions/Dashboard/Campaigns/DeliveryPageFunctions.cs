using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using PersonalizationEngine.Dashboard.Campaigns.Deliveries;
using PersonalizationEngine.Functions.Dashboard.Access;

namespace PersonalizationEngine.Functions.Dashboard.Campaigns;

public sealed class DeliveryPageFunctions(DashboardGate gate)
{
    /// <summary>Messages to people, the newest first.</summary>
    [Function("DashboardDeliveries")]
    public Task<IResult> ListAsync([HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "dashboard/deliveries")] HttpRequest request) =>
        gate.ShowAsync<DeliveriesPage>(request);

    /// <summary>Addresses that get nothing.</summary>
    [Function("DashboardSuppressions")]
    public Task<IResult> SuppressionsAsync([HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "dashboard/suppressions")] HttpRequest request) =>
        gate.ShowAsync<SuppressionsPage>(request);

    /// <summary>What could not be delivered and was given up.</summary>
    [Function("DashboardDeadLetters")]
    public Task<IResult> DeadLettersAsync([HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "dashboard/dead-letters")] HttpRequest request) =>
        gate.ShowAsync<DeadLettersPage>(request);
}

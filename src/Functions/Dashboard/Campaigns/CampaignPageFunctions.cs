using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using PersonalizationEngine.Dashboard.Campaigns;
using PersonalizationEngine.Functions.Dashboard.Access;
using static PersonalizationEngine.Functions.Dashboard.Rules.PathIds;

namespace PersonalizationEngine.Functions.Dashboard.Campaigns;

public sealed class CampaignPageFunctions(DashboardGate gate)
{
    /// <summary>Campaigns and where their latest runs stand.</summary>
    [Function("DashboardCampaigns")]
    public Task<IResult> ListAsync([HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "dashboard/campaigns")] HttpRequest request) =>
        gate.ShowAsync<CampaignsPage>(request);

    /// <summary>One campaign: whom it is for, and what became of its messages.</summary>
    [Function("DashboardCampaign")]
    public Task<IResult> ShowAsync([HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "dashboard/campaigns/{id:long}")] HttpRequest request, string id) =>
        gate.ShowAsync<CampaignPage>(request, (nameof(CampaignPage.Id), IdOf(id)));
}

using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using PersonalizationEngine.Core.Delivery.Campaigns;
using PersonalizationEngine.Dashboard.Campaigns;
using PersonalizationEngine.Dashboard.Campaigns.Editing;
using PersonalizationEngine.Dashboard.Versions;
using PersonalizationEngine.Engine.Access;
using PersonalizationEngine.Functions.Dashboard.Access;
using static PersonalizationEngine.Functions.Dashboard.Rules.PathIds;

namespace PersonalizationEngine.Functions.Dashboard.Campaigns;

public sealed class CampaignEditFunctions(DashboardGate gate, EditCampaign editing, RollBack<Campaign> back)
{
    private const string Route = "dashboard/campaigns", RouteOfOne = Route + "/{id:long}";

    /// <summary>The editor of a campaign, empty.</summary>
    [Function("DashboardNewCampaign")]
    public Task<IResult> BeginAsync([HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = Route + "/new")] HttpRequest request) =>
        gate.ShowAsync<CampaignEditorPage>(request);

    /// <summary>The editor with a campaign.</summary>
    [Function("DashboardEditCampaign")]
    public Task<IResult> EditAsync([HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = RouteOfOne + "/edit")] HttpRequest request, string id) =>
        gate.ShowAsync<CampaignEditorPage>(request, (nameof(CampaignEditorPage.Id), IdOf(id)));

    /// <summary>Every button of the editor of a new campaign.</summary>
    [Function("DashboardTakeNewCampaign")]
    public Task<IResult> AddAsync([HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = Route + "/new")] HttpRequest request) =>
        gate.ChangeAsync(request, AccessRole.Editor, (visit, form) => editing.TakeAsync(visit, form, null));

    /// <summary>Every button of the editor of a campaign that is there.</summary>
    [Function("DashboardTakeCampaign")]
    public Task<IResult> ChangeAsync([HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = RouteOfOne + "/edit")] HttpRequest request, string id) =>
        gate.ChangeAsync(request, AccessRole.Editor, (visit, form) => editing.TakeAsync(visit, form, IdOf(id)));

    /// <summary>What differs between two versions of a campaign.</summary>
    [Function("DashboardCampaignDiff")]
    public Task<IResult> CompareAsync([HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = RouteOfOne + "/diff")] HttpRequest request, string id) =>
        gate.ShowAsync<CampaignDiffPage>(request, (nameof(CampaignDiffPage.Id), IdOf(id)));

    /// <summary>Makes a campaign what it was at an earlier version.</summary>
    [Function("DashboardRollBackCampaign")]
    public Task<IResult> RollBackAsync([HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = RouteOfOne + "/rollback")] HttpRequest request, string id) =>
        gate.ChangeAsync(request, AccessRole.Editor, (visit, form) => back.RunAsync<CampaignPage>(visit, form, IdOf(id), $"/{Route}/{id}", "campaign"));

    /// <summary>Removes a campaign that has no open run.</summary>
    [Function("DashboardRemoveCampaign")]
    public Task<IResult> RemoveAsync([HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = RouteOfOne + "/remove")] HttpRequest request, string id) =>
        gate.ChangeAsync(request, AccessRole.Editor, (visit, form) => editing.RemoveAsync(visit, form, IdOf(id)));
}

using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using Microsoft.DurableTask.Client;
using PersonalizationEngine.Dashboard.Campaigns;
using PersonalizationEngine.Dashboard.Frame;
using PersonalizationEngine.Engine.Access;
using PersonalizationEngine.Engine.Delivery.Campaigns;
using PersonalizationEngine.Functions.Admin.Campaigns;
using PersonalizationEngine.Functions.Dashboard.Access;
using static PersonalizationEngine.Functions.Dashboard.Rules.PathIds;

namespace PersonalizationEngine.Functions.Dashboard.Campaigns;

public sealed class CampaignChangeFunctions(DashboardGate gate, CampaignRunChanges changes)
{
    private const string Route = "dashboard/campaigns/{id:long}";

    /// <summary>Sends a campaign.</summary>
    [Function("DashboardSendCampaign")]
    public Task<IResult> SendAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = Route + "/send")] HttpRequest request, string id, [DurableClient] DurableTaskClient client) =>
        ChangeAsync(request, id, client, changes.SendAsync, "The campaign is on its way.");

    /// <summary>Holds a campaign.</summary>
    [Function("DashboardPauseCampaign")]
    public Task<IResult> PauseAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = Route + "/pause")] HttpRequest request, string id, [DurableClient] DurableTaskClient client) =>
        ChangeAsync(request, id, client, changes.PauseAsync, "The campaign is paused.");

    /// <summary>Lets a campaign go on.</summary>
    [Function("DashboardResumeCampaign")]
    public Task<IResult> ResumeAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = Route + "/resume")] HttpRequest request, string id, [DurableClient] DurableTaskClient client) =>
        ChangeAsync(request, id, client, changes.ResumeAsync, "The campaign goes on.");

    /// <summary>Stops a campaign for good.</summary>
    [Function("DashboardCancelCampaign")]
    public Task<IResult> CancelAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = Route + "/cancel")] HttpRequest request, string id, [DurableClient] DurableTaskClient client) =>
        ChangeAsync(request, id, client, changes.CancelAsync, "The campaign is stopped.");

    private Task<IResult> ChangeAsync(
        HttpRequest request, string id, DurableTaskClient client, Func<DurableTaskClient, long, string, CancellationToken, Task<RunChange>> change, string done) =>
        gate.ChangeAsync(request, AccessRole.Editor, async (visit, _) =>
        {
            switch (await change(client, IdOf(id), visit.Name, visit.Cancelled))
            {
                case RunChange.Done { Run: var run }:
                    return visit.Go($"/dashboard/campaigns/{id}", run.Status == RunStatus.Scheduled && run.LocalAt is not null ? "The campaign waits for its time." : done);
                case RunChange.Refused { Reason: var reason }:
                    visit.Fault("", reason);
                    return Again(visit, 409, id);
                default:
                    return Again(visit, 404, id);
            }
        });

    private static DashboardAnswer Again(Visit visit, int status, string id) => visit.Show<CampaignPage>(status, (nameof(CampaignPage.Id), IdOf(id)));
}

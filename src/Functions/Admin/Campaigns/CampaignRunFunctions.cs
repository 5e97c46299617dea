using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using Microsoft.DurableTask.Client;
using PersonalizationEngine.Engine.Delivery.Campaigns;
using PersonalizationEngine.Functions.Http;
using PersonalizationEngine.Functions.Http.Problems;
using PersonalizationEngine.Functions.OpenApi;
using PersonalizationEngine.Functions.OpenApi.Parameters;

namespace PersonalizationEngine.Functions.Admin.Campaigns;

/// <summary>Sends campaigns, holds them, lets them go on and stops them.</summary>
[PathParameter("id", "The id of the campaign.", Type = typeof(long), Minimum = 1)]
public sealed class CampaignRunFunctions(CampaignRunChanges changes)
{
    private const string Route = "api/v1/admin/campaigns/{id}";

    /// <summary>Sends a campaign: at the next time of its schedule, or now where it has none.</summary>
    [Function("SendCampaign")]
    [AsksNothing]
    [Answers(StatusCodes.Status202Accepted, typeof(CampaignRunAnswer))]
    [Fails(StatusCodes.Status404NotFound, StatusCodes.Status409Conflict)]
    [ByEditor]
    public Task<IResult> SendAsync(
        [HttpTrigger(AuthorizationLevel.Admin, "post", Route = Route + "/send")] HttpRequest request, string id, [DurableClient] DurableTaskClient client,
        CancellationToken cancellationToken) => ChangeAsync(
        request, id, StatusCodes.Status202Accepted, (campaign, by) => changes.SendAsync(client, campaign, by, cancellationToken));

    /// <summary>Holds a campaign: what is not under way to a provider waits.</summary>
    [Function("PauseCampaign")]
    [AsksNothing]
    [Answers(StatusCodes.Status200OK, typeof(CampaignRunAnswer))]
    [Fails(StatusCodes.Status404NotFound, StatusCodes.Status409Conflict)]
    [ByEditor]
    public Task<IResult> PauseAsync(
        [HttpTrigger(AuthorizationLevel.Admin, "post", Route = Route + "/pause")] HttpRequest request, string id, [DurableClient] DurableTaskClient client,
        CancellationToken cancellationToken) =>
        ChangeAsync(request, id, StatusCodes.Status200OK, (campaign, by) => changes.PauseAsync(client, campaign, by, cancellationToken));

    /// <summary>Lets a campaign go on that was held.</summary>
    [Function("ResumeCampaign")]
    [AsksNothing]
    [Answers(StatusCodes.Status200OK, typeof(CampaignRunAnswer))]
    [Fails(StatusCodes.Status404NotFound, StatusCodes.Status409Conflict)]
    [ByEditor]
    public Task<IResult> ResumeAsync(
        [HttpTrigger(AuthorizationLevel.Admin, "post", Route = Route + "/resume")] HttpRequest request, string id, [DurableClient] DurableTaskClient client,
        CancellationToken cancellationToken) =>
        ChangeAsync(request, id, StatusCodes.Status200OK, (campaign, by) => changes.ResumeAsync(client, campaign, by, cancellationToken));

    /// <summary>Stops a campaign: what is not under way to a provider is never sent.</summary>
    [Function("CancelCampaign")]
    [AsksNothing]
    [Answers(StatusCodes.Status200OK, typeof(CampaignRunAnswer))]
    [Fails(StatusCodes.Status404NotFound, StatusCodes.Status409Conflict)]
    [ByEditor]
    public Task<IResult> CancelAsync(
        [HttpTrigger(AuthorizationLevel.Admin, "post", Route = Route + "/cancel")] HttpRequest request, string id, [DurableClient] DurableTaskClient client,
        CancellationToken cancellationToken) =>
        ChangeAsync(request, id, StatusCodes.Status200OK, (campaign, by) => changes.CancelAsync(client, campaign, by, cancellationToken));

    private static Task<IResult> ChangeAsync(HttpRequest request, string id, int status, Func<long, string, Task<RunChange>> change) => Editor.AnswerAsync(
        request,
        async by =>
        {
            var query = new QueryReader(request.Query);
            var campaign = query.Number("id", id);
            if (query.HasErrors) return query.Refusal;
            return await change(campaign, by) switch
            {
                RunChange.Done { Run: var run } => new JsonAnswer<CampaignRunAnswer>(CampaignRunAnswer.Of(run), ApiJson.Default.CampaignRunAnswer, status),
                RunChange.Refused { Reason: var reason } => ProblemAnswer.Conflict(reason),
                _ => ProblemAnswer.NotFound("Nothing has this id."),
            };
        });
}

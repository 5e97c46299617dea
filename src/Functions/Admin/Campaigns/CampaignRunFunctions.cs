using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using Microsoft.DurableTask.Client;
using PersonalizationEngine.Engine.Administration.Auditing;
using PersonalizationEngine.Engine.Administration.History;
using PersonalizationEngine.Engine.Delivery.Campaigns;
using PersonalizationEngine.Engine.Ports;
using PersonalizationEngine.Functions.Delivery;
using PersonalizationEngine.Functions.Http;
using PersonalizationEngine.Functions.Http.Problems;
using PersonalizationEngine.Functions.OpenApi;
using PersonalizationEngine.Functions.OpenApi.Parameters;

namespace PersonalizationEngine.Functions.Admin.Campaigns;

/// <summary>Sends campaigns, holds them, lets them go on and stops them.</summary>
[PathParameter("id", "The id of the campaign.", Type = typeof(long), Minimum = 1)]
public sealed class CampaignRunFunctions(ControlCampaigns control, ICampaignRuns runs, CampaignStarter starter, AuditedWork audited, TimeProvider time)
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
        CancellationToken cancellationToken) => ChangeAsync(request, id, "sent", StatusCodes.Status202Accepted, async (campaign, by) =>
    {
        var change = await control.SendAsync(campaign, by, cancellationToken);
        // What is due starts at once; the timer finds what a crash keeps from starting here.
        if (change is RunChange.Done { Run: { } run } && run.DueAt <= time.GetUtcNow()) await starter.StartAsync(client, run, cancellationToken);
        return change;
    });

    /// <summary>Holds a campaign: what is not under way to a provider waits.</summary>
    [Function("PauseCampaign")]
    [AsksNothing]
    [Answers(StatusCodes.Status200OK, typeof(CampaignRunAnswer))]
    [Fails(StatusCodes.Status404NotFound, StatusCodes.Status409Conflict)]
    [ByEditor]
    public Task<IResult> PauseAsync(
        [HttpTrigger(AuthorizationLevel.Admin, "post", Route = Route + "/pause")] HttpRequest request, string id, [DurableClient] DurableTaskClient client,
        CancellationToken cancellationToken) =>
        ChangeRunAsync(request, id, "paused", control.PauseAsync, instance => client.SuspendInstanceAsync(instance, "paused", cancellationToken), client, cancellationToken);

    /// <summary>Lets a campaign go on that was held.</summary>
    [Function("ResumeCampaign")]
    [AsksNothing]
    [Answers(StatusCodes.Status200OK, typeof(CampaignRunAnswer))]
    [Fails(StatusCodes.Status404NotFound, StatusCodes.Status409Conflict)]
    [ByEditor]
    public Task<IResult> ResumeAsync(
        [HttpTrigger(AuthorizationLevel.Admin, "post", Route = Route + "/resume")] HttpRequest request, string id, [DurableClient] DurableTaskClient client,
        CancellationToken cancellationToken) =>
        ChangeRunAsync(request, id, "resumed", control.ResumeAsync, instance => client.ResumeInstanceAsync(instance, "resumed", cancellationToken), client, cancellationToken);

    /// <summary>Stops a campaign: what is not under way to a provider is never sent.</summary>
    [Function("CancelCampaign")]
    [AsksNothing]
    [Answers(StatusCodes.Status200OK, typeof(CampaignRunAnswer))]
    [Fails(StatusCodes.Status404NotFound, StatusCodes.Status409Conflict)]
    [ByEditor]
    public Task<IResult> CancelAsync(
        [HttpTrigger(AuthorizationLevel.Admin, "post", Route = Route + "/cancel")] HttpRequest request, string id, [DurableClient] DurableTaskClient client,
        CancellationToken cancellationToken) =>
        ChangeRunAsync(request, id, "cancelled", control.CancelAsync, instance => client.TerminateInstanceAsync(instance, new TerminateInstanceOptions("cancelled", true), cancellationToken), client, cancellationToken);

    /// <summary>The store goes first: what it says is what becomes of each message. Then the orchestration, where there is one.</summary>
    private Task<IResult> ChangeRunAsync(
        HttpRequest request, string id, string action, Func<long, CancellationToken, Task<RunChange>> change, Func<string, Task> carryOut,
        DurableTaskClient client, CancellationToken cancellationToken) => ChangeAsync(request, id, action, StatusCodes.Status200OK, async (campaign, _) =>
    {
        var changed = await change(campaign, cancellationToken);
        if (changed is RunChange.Done { Run: { } run }
            && await client.GetInstanceAsync(run.Key.InstanceId, cancellationToken) is { IsCompleted: false }) await carryOut(run.Key.InstanceId);
        return changed;
    });

    private Task<IResult> ChangeAsync(HttpRequest request, string id, string action, int status, Func<long, string, Task<RunChange>> change) => Editor.AnswerAsync(
        request,
        async by =>
        {
            var query = new QueryReader(request.Query);
            var campaign = query.Number("id", id);
            if (query.HasErrors) return query.Refusal;
            var what = new AuditEntry(time.GetUtcNow(), by, DefinitionKinds.Campaigns, campaign.ToString(CultureInfo.InvariantCulture), action);
            var changed = await audited.RunAsync(
                what,
                async () =>
                {
                    var result = await ReadAgainAsync(await change(campaign, by));
                    return (result, After(result));
                },
                CancellationToken.None);
            return changed switch
            {
                RunChange.Done { Run: var run } => new JsonAnswer<CampaignRunAnswer>(CampaignRunAnswer.Of(run), ApiJson.Default.CampaignRunAnswer, status),
                RunChange.Refused { Reason: var reason } => ProblemAnswer.Conflict(reason),
                _ => ProblemAnswer.NotFound("Nothing has this id."),
            };
        });

    private async Task<RunChange> ReadAgainAsync(RunChange change) => change is RunChange.Done { Run: var run }
        ? new RunChange.Done(await runs.FindAsync(run.Key, CancellationToken.None) ?? run)
        : change;

    private static string? After(RunChange change) => change switch
    {
        RunChange.Done { Run: var run } => JsonSerializer.Serialize(CampaignRunAnswer.Of(run), ApiJson.Default.CampaignRunAnswer),
        RunChange.Refused { Reason: var reason } => new JsonObject { ["refused"] = reason }.ToJsonString(),
        _ => null,
    };
}

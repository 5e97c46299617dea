using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using PersonalizationEngine.Engine.Delivery.Campaigns;
using PersonalizationEngine.Engine.Ports;
using PersonalizationEngine.Functions.Http;
using PersonalizationEngine.Functions.Http.Problems;
using PersonalizationEngine.Functions.OpenApi;
using PersonalizationEngine.Functions.OpenApi.Parameters;

namespace PersonalizationEngine.Functions.Admin.Campaigns;

[PathParameter("id", "The id of the campaign.", Type = typeof(long), Minimum = 1)]
public sealed class CampaignStatsFunctions(ICampaignRuns runs)
{
    private const int MaxPage = 200, DefaultPage = 50;

    /// <summary>The times a campaign was sent or is to be, the newest first.</summary>
    [Function("ListCampaignRuns")]
    [Answers(StatusCodes.Status200OK, typeof(CampaignRunsAnswer))]
    [QueryParameter("limit", "Most runs to tell of.", Type = typeof(int), Minimum = 1, Maximum = MaxPage, Default = DefaultPage)]
    public async Task<IResult> ListAsync(
        [HttpTrigger(AuthorizationLevel.Admin, "get", Route = "api/v1/admin/campaigns/{id}/runs")] HttpRequest request, string id, CancellationToken cancellationToken)
    {
        var query = new QueryReader(request.Query);
        var campaign = query.Number("id", id);
        var limit = query.Integer("limit", DefaultPage, 1, MaxPage);
        if (query.HasErrors) return query.Refusal;
        var found = await runs.OfAsync(campaign, limit, cancellationToken);
        return new JsonAnswer<CampaignRunsAnswer>(new CampaignRunsAnswer([.. found.Select(CampaignRunAnswer.Of)]), ApiJson.Default.CampaignRunsAnswer);
    }

    /// <summary>What became of a run's messages, of the newest run unless another is asked for.</summary>
    [Function("ReportCampaign")]
    [Answers(StatusCodes.Status200OK, typeof(CampaignStatsAnswer))]
    [Fails(StatusCodes.Status404NotFound)]
    [QueryParameter("occurrence", "Which run, 0 for the first; the newest without it.", Type = typeof(int), Minimum = 0)]
    public async Task<IResult> ReportAsync(
        [HttpTrigger(AuthorizationLevel.Admin, "get", Route = "api/v1/admin/campaigns/{id}/stats")] HttpRequest request, string id, CancellationToken cancellationToken)
    {
        var query = new QueryReader(request.Query);
        var campaign = query.Number("id", id);
        var occurrence = query.Integer("occurrence", -1, 0, int.MaxValue);
        if (query.HasErrors) return query.Refusal;
        var run = occurrence >= 0
            ? await runs.FindAsync(new CampaignRunKey(campaign, occurrence), cancellationToken)
            : await runs.OfAsync(campaign, 1, cancellationToken) is [var newest, ..] ? newest : null;
        return run is null
            ? ProblemAnswer.NotFound("The campaign has no such run.")
            : new JsonAnswer<CampaignStatsAnswer>(CampaignStatsAnswer.Of(run, await runs.CountAsync(run.Key, cancellationToken)), ApiJson.Default.CampaignStatsAnswer);
    }
}

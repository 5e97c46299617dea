using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using PersonalizationEngine.Core.Delivery.Campaigns;
using PersonalizationEngine.Engine.Administration.History;
using PersonalizationEngine.Functions.Admin.History;
using PersonalizationEngine.Functions.Http;
using PersonalizationEngine.Functions.OpenApi;
using PersonalizationEngine.Functions.OpenApi.Parameters;

namespace PersonalizationEngine.Functions.Admin.Campaigns;

/// <summary>What a campaign was, and the way back.</summary>
[PathParameter("id", "The id it was given.", Type = typeof(long), Minimum = 1)]
[PathParameter("version", "One of its versions.", Type = typeof(int), Minimum = 1)]
public sealed class CampaignHistoryFunctions(TellHistory<Campaign> history)
{
    private const string RouteOfOne = "api/v1/admin/campaigns/{id}";

    private readonly HistoryEndpoint<Campaign, CampaignAnswer> _history = new(history, CampaignAnswer.Of, ApiJson.Default.CampaignAnswer);

    /// <summary>The versions of a campaign, the latest first.</summary>
    [Function("ListCampaignVersions")]
    [Answers(StatusCodes.Status200OK, typeof(Page<VersionAnswer>))]
    [Paged]
    public Task<IResult> ListAsync(
        [HttpTrigger(AuthorizationLevel.Admin, "get", Route = RouteOfOne + "/versions")] HttpRequest request, string id, CancellationToken cancellationToken) =>
        _history.ListAsync(request, id, cancellationToken);

    /// <summary>A campaign as it was at one version.</summary>
    [Function("GetCampaignVersion")]
    [Answers(StatusCodes.Status200OK, typeof(VersionAnswer))]
    [Fails(StatusCodes.Status404NotFound)]
    public Task<IResult> GetAsync(
        [HttpTrigger(AuthorizationLevel.Admin, "get", Route = RouteOfOne + "/versions/{version}")] HttpRequest request, string id, string version,
        CancellationToken cancellationToken) =>
        _history.GetAsync(request, id, version, cancellationToken);

    /// <summary>What differs between two versions of a campaign.</summary>
    [Function("CompareCampaignVersions")]
    [Answers(StatusCodes.Status200OK, typeof(DiffAnswer))]
    [Fails(StatusCodes.Status404NotFound)]
    [QueryParameter("from", "The older version.", Type = typeof(int), Minimum = 1, IsRequired = true, Example = "1")]
    [QueryParameter("to", "The newer version.", Type = typeof(int), Minimum = 1, IsRequired = true, Example = "2")]
    public Task<IResult> CompareAsync(
        [HttpTrigger(AuthorizationLevel.Admin, "get", Route = RouteOfOne + "/diff")] HttpRequest request, string id, CancellationToken cancellationToken) =>
        _history.CompareAsync(request, id, cancellationToken);

    /// <summary>Makes a campaign what it was at an earlier version; that is a version of its own, and runs that were asked for stay as they are.</summary>
    [Function("RollBackCampaign")]
    [Asks("RollBackDocument")]
    [Answers(StatusCodes.Status200OK, typeof(CampaignAnswer), HasTag = true)]
    [Fails(StatusCodes.Status404NotFound, StatusCodes.Status409Conflict)]
    [ByEditor, IfUnchanged]
    public Task<IResult> RollBackAsync(
        [HttpTrigger(AuthorizationLevel.Admin, "post", Route = RouteOfOne + "/rollback")] HttpRequest request, string id, CancellationToken cancellationToken) =>
        _history.RollBackAsync(request, id, cancellationToken);
}

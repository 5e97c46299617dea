using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using PersonalizationEngine.Core.Delivery.Campaigns;
using PersonalizationEngine.Engine.Administration.History;
using PersonalizationEngine.Engine.Delivery.Campaigns;
using PersonalizationEngine.Functions.Http;
using PersonalizationEngine.Functions.OpenApi;
using PersonalizationEngine.Functions.OpenApi.Parameters;

namespace PersonalizationEngine.Functions.Admin.Campaigns;

/// <summary>Campaigns: list, read, add, replace, remove.</summary>
[PathParameter("id", "The id it was given.", Type = typeof(long), Minimum = 1)]
public sealed class CampaignFunctions(CampaignDesk desk)
{
    private const string Route = "api/v1/admin/campaigns", RouteOfOne = Route + "/{id}";

    private readonly DefinitionEndpoint<Campaign, CampaignAnswer> _campaigns =
        new(desk, CampaignAnswer.Of, ApiJson.Default.CampaignAnswer, ApiJson.Default.PageCampaignAnswer, "/" + Route);

    /// <summary>Campaigns, the oldest first.</summary>
    [Function("ListCampaigns")]
    [Answers(StatusCodes.Status200OK, typeof(Page<CampaignAnswer>))]
    [Paged]
    public Task<IResult> ListAsync(
        [HttpTrigger(AuthorizationLevel.Admin, "get", Route = Route)] HttpRequest request, CancellationToken cancellationToken) =>
        _campaigns.ListAsync(request, cancellationToken);

    /// <summary>Adds a campaign; it is a draft until it is sent.</summary>
    [Function("AddCampaign")]
    [Asks("CampaignDocument")]
    [Answers(StatusCodes.Status201Created, typeof(CampaignAnswer), HasTag = true)]
    [Fails(StatusCodes.Status409Conflict)]
    [ByEditor]
    public Task<IResult> AddAsync(
        [HttpTrigger(AuthorizationLevel.Admin, "post", Route = Route)] HttpRequest request, CancellationToken cancellationToken) =>
        _campaigns.AddAsync(request, cancellationToken);

    /// <summary>One campaign.</summary>
    [Function("GetCampaign")]
    [Answers(StatusCodes.Status200OK, typeof(CampaignAnswer), HasTag = true)]
    [Fails(StatusCodes.Status404NotFound)]
    public Task<IResult> GetAsync(
        [HttpTrigger(AuthorizationLevel.Admin, "get", Route = RouteOfOne)] HttpRequest request, string id, CancellationToken cancellationToken) =>
        _campaigns.GetAsync(request, id, cancellationToken);

    /// <summary>Replaces a campaign. Runs that were asked for go by what it was then.</summary>
    [Function("ReplaceCampaign")]
    [Asks("CampaignDocument")]
    [Answers(StatusCodes.Status200OK, typeof(CampaignAnswer), HasTag = true)]
    [Fails(StatusCodes.Status404NotFound, StatusCodes.Status409Conflict)]
    [ByEditor, IfUnchanged]
    public Task<IResult> ReplaceAsync(
        [HttpTrigger(AuthorizationLevel.Admin, "put", Route = RouteOfOne)] HttpRequest request, string id, CancellationToken cancellationToken) =>
        _campaigns.ReplaceAsync(request, id, cancellationToken);

    /// <summary>Removes a campaign that has no open run.</summary>
    [Function("RemoveCampaign")]
    [Answers(StatusCodes.Status204NoContent)]
    [Fails(StatusCodes.Status404NotFound, StatusCodes.Status409Conflict)]
    [ByEditor, IfUnchanged]
    [QueryParameter(SentDocument.ReasonField, "Why, for the history.", MaxLength = SentDocument.LongestReason)]
    public Task<IResult> RemoveAsync(
        [HttpTrigger(AuthorizationLevel.Admin, "delete", Route = RouteOfOne)] HttpRequest request, string id, CancellationToken cancellationToken) =>
        _campaigns.RemoveAsync(request, id, cancellationToken);
}

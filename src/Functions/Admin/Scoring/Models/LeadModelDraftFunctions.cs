using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using PersonalizationEngine.Core.Scoring.Models;
using PersonalizationEngine.Engine.Scoring.Models;
using PersonalizationEngine.Functions.Admin.Drafts;
using PersonalizationEngine.Functions.Http;
using PersonalizationEngine.Functions.OpenApi;
using PersonalizationEngine.Functions.OpenApi.Parameters;

namespace PersonalizationEngine.Functions.Admin.Scoring.Models;

/// <summary>A scoring model's draft: read, saved, dropped, approved of and published.</summary>
[PathParameter("id", "The id it was given.", Type = typeof(long), Minimum = 1)]
public sealed class LeadModelDraftFunctions(LeadModelDrafts drafts)
{
    private const string RouteOfOne = "api/v1/admin/scoring/models/{id}", Route = RouteOfOne + "/draft";

    private readonly DraftEndpoint<LeadModel, LeadModelDraftAnswer, LeadModelAnswer> _drafts = new(
        drafts, LeadModelDraftAnswer.Of, ApiJson.Default.LeadModelDraftAnswer, LeadModelAnswer.Of, ApiJson.Default.LeadModelAnswer);

    /// <summary>The draft of a scoring model.</summary>
    [Function("GetScoringModelDraft")]
    [Answers(StatusCodes.Status200OK, typeof(LeadModelDraftAnswer), HasTag = true)]
    [Fails(StatusCodes.Status404NotFound)]
    public Task<IResult> GetAsync(
        [HttpTrigger(AuthorizationLevel.Admin, "get", Route = Route)] HttpRequest request, string id, CancellationToken cancellationToken) =>
        _drafts.GetAsync(request, id, cancellationToken);

    /// <summary>Saves a draft of a scoring model; the live one stays as it is.</summary>
    [Function("SaveScoringModelDraft")]
    [Asks("ScoringModelDocument")]
    [Answers(StatusCodes.Status200OK, typeof(LeadModelDraftAnswer), HasTag = true)]
    [Fails(StatusCodes.Status404NotFound, StatusCodes.Status409Conflict)]
    [ByEditor, IfUnchanged]
    public Task<IResult> SaveAsync(
        [HttpTrigger(AuthorizationLevel.Admin, "put", Route = Route)] HttpRequest request, string id, CancellationToken cancellationToken) =>
        _drafts.SaveAsync(request, id, cancellationToken);

    /// <summary>Drops the draft of a scoring model.</summary>
    [Function("DropScoringModelDraft")]
    [Answers(StatusCodes.Status204NoContent)]
    [Fails(StatusCodes.Status404NotFound)]
    public Task<IResult> DropAsync(
        [HttpTrigger(AuthorizationLevel.Admin, "delete", Route = Route)] HttpRequest request, string id, CancellationToken cancellationToken) =>
        _drafts.DropAsync(request, id, cancellationToken);

    /// <summary>Approves of a draft that somebody else wrote.</summary>
    [Function("ReviewScoringModelDraft")]
    [Asks("ReviewDocument")]
    [Answers(StatusCodes.Status200OK, typeof(LeadModelDraftAnswer), HasTag = true)]
    [Fails(StatusCodes.Status404NotFound, StatusCodes.Status409Conflict)]
    [ByEditor, IfUnchanged]
    public Task<IResult> ReviewAsync(
        [HttpTrigger(AuthorizationLevel.Admin, "post", Route = RouteOfOne + "/review")] HttpRequest request, string id, CancellationToken cancellationToken) =>
        _drafts.ReviewAsync(request, id, cancellationToken);

    /// <summary>Makes a draft the live scoring model; a worse one only by force.</summary>
    [Function("PublishScoringModelDraft")]
    [Asks("PublishDocument", IsOptional = true)]
    [Answers(StatusCodes.Status200OK, typeof(LeadModelAnswer), HasTag = true)]
    [Fails(StatusCodes.Status404NotFound, StatusCodes.Status409Conflict)]
    [ByEditor, IfUnchanged]
    public Task<IResult> PublishAsync(
        [HttpTrigger(AuthorizationLevel.Admin, "post", Route = RouteOfOne + "/publish")] HttpRequest request, string id, CancellationToken cancellationToken) =>
        _drafts.PublishAsync(request, id, cancellationToken);
}

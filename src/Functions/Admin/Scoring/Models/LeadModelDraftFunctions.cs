using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using PersonalizationEngine.Core.Scoring.Models;
using PersonalizationEngine.Engine.Scoring.Models;
using PersonalizationEngine.Functions.Admin.Drafts;
using PersonalizationEngine.Functions.Http;

namespace PersonalizationEngine.Functions.Admin.Scoring.Models;

/// <summary>A scoring model's draft: read, saved, dropped, approved of and published.</summary>
public sealed class LeadModelDraftFunctions(LeadModelDrafts drafts)
{
    private const string RouteOfOne = "api/v1/admin/scoring/models/{id}", Route = RouteOfOne + "/draft";

    private readonly DraftEndpoint<LeadModel, LeadModelDraftAnswer, LeadModelAnswer> _drafts = new(
        drafts, LeadModelDraftAnswer.Of, ApiJson.Default.LeadModelDraftAnswer, LeadModelAnswer.Of, ApiJson.Default.LeadModelAnswer);

    [Function("GetScoringModelDraft")]
    public Task<IResult> GetAsync(
        [HttpTrigger(AuthorizationLevel.Admin, "get", Route = Route)] HttpRequest request, string id, CancellationToken cancellationToken) =>
        _drafts.GetAsync(request, id, cancellationToken);

    [Function("SaveScoringModelDraft")]
    public Task<IResult> SaveAsync(
        [HttpTrigger(AuthorizationLevel.Admin, "put", Route = Route)] HttpRequest request, string id, CancellationToken cancellationToken) =>
        _drafts.SaveAsync(request, id, cancellationToken);

    [Function("DropScoringModelDraft")]
    public Task<IResult> DropAsync(
        [HttpTrigger(AuthorizationLevel.Admin, "delete", Route = Route)] HttpRequest request, string id, CancellationToken cancellationToken) =>
        _drafts.DropAsync(request, id, cancellationToken);

    [Function("ReviewScoringModelDraft")]
    public Task<IResult> ReviewAsync(
        [HttpTrigger(AuthorizationLevel.Admin, "post", Route = RouteOfOne + "/review")] HttpRequest request, string id, CancellationToken cancellationToken) =>
        _drafts.ReviewAsync(request, id, cancellationToken);

    [Function("PublishScoringModelDraft")]
    public Task<IResult> PublishAsync(
        [HttpTrigger(AuthorizationLevel.Admin, "post", Route = RouteOfOne + "/publish")] HttpRequest request, string id, CancellationToken cancellationToken) =>
        _drafts.PublishAsync(request, id, cancellationToken);
}

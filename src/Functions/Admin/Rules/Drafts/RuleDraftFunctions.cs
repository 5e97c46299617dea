using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using PersonalizationEngine.Core.Rules;
using PersonalizationEngine.Engine.Administration.Drafts;
using PersonalizationEngine.Functions.Admin.Drafts;
using PersonalizationEngine.Functions.Http;

namespace PersonalizationEngine.Functions.Admin.Rules.Drafts;

/// <summary>A rule's draft: read, saved, dropped, approved of and published.</summary>
public sealed class RuleDraftFunctions(RuleDrafts drafts)
{
    private const string RouteOfOne = "api/v1/admin/rules/{id}", Route = RouteOfOne + "/draft";

    private readonly DraftEndpoint<ContentRule, DraftAnswer, RuleAnswer> _drafts =
        new(drafts, DraftAnswer.Of, ApiJson.Default.DraftAnswer, RuleAnswer.Of, ApiJson.Default.RuleAnswer);

    [Function("GetRuleDraft")]
    public Task<IResult> GetAsync(
        [HttpTrigger(AuthorizationLevel.Admin, "get", Route = Route)] HttpRequest request, string id, CancellationToken cancellationToken) =>
        _drafts.GetAsync(request, id, cancellationToken);

    [Function("SaveRuleDraft")]
    public Task<IResult> SaveAsync(
        [HttpTrigger(AuthorizationLevel.Admin, "put", Route = Route)] HttpRequest request, string id, CancellationToken cancellationToken) =>
        _drafts.SaveAsync(request, id, cancellationToken);

    [Function("DropRuleDraft")]
    public Task<IResult> DropAsync(
        [HttpTrigger(AuthorizationLevel.Admin, "delete", Route = Route)] HttpRequest request, string id, CancellationToken cancellationToken) =>
        _drafts.DropAsync(request, id, cancellationToken);

    [Function("ReviewRuleDraft")]
    public Task<IResult> ReviewAsync(
        [HttpTrigger(AuthorizationLevel.Admin, "post", Route = RouteOfOne + "/review")] HttpRequest request, string id, CancellationToken cancellationToken) =>
        _drafts.ReviewAsync(request, id, cancellationToken);

    [Function("PublishRuleDraft")]
    public Task<IResult> PublishAsync(
        [HttpTrigger(AuthorizationLevel.Admin, "post", Route = RouteOfOne + "/publish")] HttpRequest request, string id, CancellationToken cancellationToken) =>
        _drafts.PublishAsync(request, id, cancellationToken);
}

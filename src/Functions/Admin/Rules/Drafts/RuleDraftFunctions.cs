using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using PersonalizationEngine.Core.Rules;
using PersonalizationEngine.Engine.Administration.Drafts;
using PersonalizationEngine.Functions.Admin.Drafts;
using PersonalizationEngine.Functions.Http;
using PersonalizationEngine.Functions.OpenApi;
using PersonalizationEngine.Functions.OpenApi.Parameters;

namespace PersonalizationEngine.Functions.Admin.Rules.Drafts;

/// <summary>A rule's draft: read, saved, dropped, approved of and published. Its revision is its ETag.</summary>
[PathParameter("id", "The id it was given.", Type = typeof(long), Minimum = 1)]
public sealed class RuleDraftFunctions(RuleDrafts drafts)
{
    private const string RouteOfOne = "api/v1/admin/rules/{id}", Route = RouteOfOne + "/draft";

    private readonly DraftEndpoint<ContentRule, DraftAnswer, RuleAnswer> _drafts =
        new(drafts, DraftAnswer.Of, ApiJson.Default.DraftAnswer, RuleAnswer.Of, ApiJson.Default.RuleAnswer);

    /// <summary>The draft of a content rule.</summary>
    [Function("GetRuleDraft")]
    [Answers(StatusCodes.Status200OK, typeof(DraftAnswer), HasTag = true)]
    [Fails(StatusCodes.Status404NotFound)]
    public Task<IResult> GetAsync(
        [HttpTrigger(AuthorizationLevel.Admin, "get", Route = Route)] HttpRequest request, string id, CancellationToken cancellationToken) =>
        _drafts.GetAsync(request, id, cancellationToken);

    /// <summary>Saves a draft of a content rule; the live rule stays as it is.</summary>
    [Function("SaveRuleDraft")]
    [Asks("RuleDocument")]
    [Answers(StatusCodes.Status200OK, typeof(DraftAnswer), HasTag = true)]
    [Fails(StatusCodes.Status404NotFound, StatusCodes.Status409Conflict)]
    [ByEditor, IfUnchanged]
    public Task<IResult> SaveAsync(
        [HttpTrigger(AuthorizationLevel.Admin, "put", Route = Route)] HttpRequest request, string id, CancellationToken cancellationToken) =>
        _drafts.SaveAsync(request, id, cancellationToken);

    /// <summary>Drops the draft of a content rule.</summary>
    [Function("DropRuleDraft")]
    [Answers(StatusCodes.Status204NoContent)]
    [Fails(StatusCodes.Status404NotFound)]
    public Task<IResult> DropAsync(
        [HttpTrigger(AuthorizationLevel.Admin, "delete", Route = Route)] HttpRequest request, string id, CancellationToken cancellationToken) =>
        _drafts.DropAsync(request, id, cancellationToken);

    /// <summary>Approves of a draft that somebody else wrote.</summary>
    [Function("ReviewRuleDraft")]
    [Asks("ReviewDocument")]
    [Answers(StatusCodes.Status200OK, typeof(DraftAnswer), HasTag = true)]
    [Fails(StatusCodes.Status404NotFound, StatusCodes.Status409Conflict)]
    [ByEditor, IfUnchanged]
    public Task<IResult> ReviewAsync(
        [HttpTrigger(AuthorizationLevel.Admin, "post", Route = RouteOfOne + "/review")] HttpRequest request, string id, CancellationToken cancellationToken) =>
        _drafts.ReviewAsync(request, id, cancellationToken);

    /// <summary>Makes a draft the live rule.</summary>
    [Function("PublishRuleDraft")]
    [Asks("PublishDocument", IsOptional = true)]
    [Answers(StatusCodes.Status200OK, typeof(RuleAnswer), HasTag = true)]
    [Fails(StatusCodes.Status404NotFound, StatusCodes.Status409Conflict)]
    [ByEditor, IfUnchanged]
    public Task<IResult> PublishAsync(
        [HttpTrigger(AuthorizationLevel.Admin, "post", Route = RouteOfOne + "/publish")] HttpRequest request, string id, CancellationToken cancellationToken) =>
        _drafts.PublishAsync(request, id, cancellationToken);
}

using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using PersonalizationEngine.Core.Rules;
using PersonalizationEngine.Engine.Administration;
using PersonalizationEngine.Engine.Administration.History;
using PersonalizationEngine.Functions.Http;
using PersonalizationEngine.Functions.OpenApi;
using PersonalizationEngine.Functions.OpenApi.Parameters;

namespace PersonalizationEngine.Functions.Admin.Rules;

/// <summary>Content rules: list, read, add, replace, remove.</summary>
[PathParameter("id", "The id it was given.", Type = typeof(long), Minimum = 1)]
public sealed class RuleFunctions(RuleDesk desk)
{
    private const string Route = "api/v1/admin/rules", RouteOfOne = Route + "/{id}";

    /// <summary>The host has no precedence: what has a route of its own must not be an id here.</summary>
    private const string RouteToRead = Route + "/{id:regex(^(?!findings$).*$)}";

    private readonly DefinitionEndpoint<ContentRule, RuleAnswer> _rules =
        new(desk, RuleAnswer.Of, ApiJson.Default.RuleAnswer, ApiJson.Default.PageRuleAnswer, "/" + Route);

    /// <summary>Content rules, the oldest first.</summary>
    [Function("ListRules")]
    [Answers(StatusCodes.Status200OK, typeof(Page<RuleAnswer>))]
    [Paged]
    public Task<IResult> ListAsync(
        [HttpTrigger(AuthorizationLevel.Admin, "get", Route = Route)] HttpRequest request, CancellationToken cancellationToken) =>
        _rules.ListAsync(request, cancellationToken);

    /// <summary>Adds a content rule.</summary>
    [Function("AddRule")]
    [Asks("RuleDocument")]
    [Answers(StatusCodes.Status201Created, typeof(RuleAnswer), HasTag = true)]
    [Fails(StatusCodes.Status409Conflict)]
    [ByEditor]
    public Task<IResult> AddAsync(
        [HttpTrigger(AuthorizationLevel.Admin, "post", Route = Route)] HttpRequest request, CancellationToken cancellationToken) =>
        _rules.AddAsync(request, cancellationToken);

    /// <summary>One content rule.</summary>
    [Function("GetRule")]
    [Answers(StatusCodes.Status200OK, typeof(RuleAnswer), HasTag = true)]
    [Fails(StatusCodes.Status404NotFound)]
    public Task<IResult> GetAsync(
        [HttpTrigger(AuthorizationLevel.Admin, "get", Route = RouteToRead)] HttpRequest request, string id, CancellationToken cancellationToken) =>
        _rules.GetAsync(request, id, cancellationToken);

    /// <summary>Replaces a content rule; what is not sent gets its default.</summary>
    [Function("ReplaceRule")]
    [Asks("RuleDocument")]
    [Answers(StatusCodes.Status200OK, typeof(RuleAnswer), HasTag = true)]
    [Fails(StatusCodes.Status404NotFound, StatusCodes.Status409Conflict)]
    [ByEditor, IfUnchanged]
    public Task<IResult> ReplaceAsync(
        [HttpTrigger(AuthorizationLevel.Admin, "put", Route = RouteOfOne)] HttpRequest request, string id, CancellationToken cancellationToken) =>
        _rules.ReplaceAsync(request, id, cancellationToken);

    /// <summary>Removes a content rule. Its history stays.</summary>
    [Function("RemoveRule")]
    [Answers(StatusCodes.Status204NoContent)]
    [Fails(StatusCodes.Status404NotFound, StatusCodes.Status409Conflict)]
    [ByEditor, IfUnchanged]
    [QueryParameter(SentDocument.ReasonField, "Why, for the history.", MaxLength = SentDocument.LongestReason)]
    public Task<IResult> RemoveAsync(
        [HttpTrigger(AuthorizationLevel.Admin, "delete", Route = RouteOfOne)] HttpRequest request, string id, CancellationToken cancellationToken) =>
        _rules.RemoveAsync(request, id, cancellationToken);
}

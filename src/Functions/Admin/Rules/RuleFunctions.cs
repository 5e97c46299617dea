using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using PersonalizationEngine.Core.Rules;
using PersonalizationEngine.Engine.Administration;
using PersonalizationEngine.Functions.Http;

namespace PersonalizationEngine.Functions.Admin.Rules;

/// <summary>Content rules: list, read, add, replace, remove.</summary>
public sealed class RuleFunctions(RuleDesk desk)
{
    private const string Route = "api/v1/admin/rules", RouteOfOne = Route + "/{id}";

    /// <summary>The host has no precedence: what has a route of its own must not be an id here.</summary>
    private const string RouteToRead = Route + "/{id:regex(^(?!findings$).*$)}";

    private readonly DefinitionEndpoint<ContentRule, RuleAnswer> _rules =
        new(desk, RuleAnswer.Of, ApiJson.Default.RuleAnswer, ApiJson.Default.PageRuleAnswer, "/" + Route);

    [Function("ListRules")]
    public Task<IResult> ListAsync(
        [HttpTrigger(AuthorizationLevel.Admin, "get", Route = Route)] HttpRequest request, CancellationToken cancellationToken) =>
        _rules.ListAsync(request, cancellationToken);

    [Function("AddRule")]
    public Task<IResult> AddAsync(
        [HttpTrigger(AuthorizationLevel.Admin, "post", Route = Route)] HttpRequest request, CancellationToken cancellationToken) =>
        _rules.AddAsync(request, cancellationToken);

    [Function("GetRule")]
    public Task<IResult> GetAsync(
        [HttpTrigger(AuthorizationLevel.Admin, "get", Route = RouteToRead)] HttpRequest request, string id, CancellationToken cancellationToken) =>
        _rules.GetAsync(request, id, cancellationToken);

    [Function("ReplaceRule")]
    public Task<IResult> ReplaceAsync(
        [HttpTrigger(AuthorizationLevel.Admin, "put", Route = RouteOfOne)] HttpRequest request, string id, CancellationToken cancellationToken) =>
        _rules.ReplaceAsync(request, id, cancellationToken);

    [Function("RemoveRule")]
    public Task<IResult> RemoveAsync(
        [HttpTrigger(AuthorizationLevel.Admin, "delete", Route = RouteOfOne)] HttpRequest request, string id, CancellationToken cancellationToken) =>
        _rules.RemoveAsync(request, id, cancellationToken);
}

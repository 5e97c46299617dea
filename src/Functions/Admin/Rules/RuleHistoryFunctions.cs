using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using PersonalizationEngine.Core.Rules;
using PersonalizationEngine.Engine.Administration.History;
using PersonalizationEngine.Functions.Admin.History;
using PersonalizationEngine.Functions.Http;

namespace PersonalizationEngine.Functions.Admin.Rules;

/// <summary>What a rule was, and the way back.</summary>
public sealed class RuleHistoryFunctions(TellHistory<ContentRule> history)
{
    private const string RouteOfOne = "api/v1/admin/rules/{id}";

    private readonly HistoryEndpoint<ContentRule, RuleAnswer> _history = new(history, RuleAnswer.Of, ApiJson.Default.RuleAnswer);

    [Function("ListRuleVersions")]
    public Task<IResult> ListAsync(
        [HttpTrigger(AuthorizationLevel.Admin, "get", Route = RouteOfOne + "/versions")] HttpRequest request, string id, CancellationToken cancellationToken) =>
        _history.ListAsync(request, id, cancellationToken);

    [Function("GetRuleVersion")]
    public Task<IResult> GetAsync(
        [HttpTrigger(AuthorizationLevel.Admin, "get", Route = RouteOfOne + "/versions/{version}")] HttpRequest request, string id, string version,
        CancellationToken cancellationToken) =>
        _history.GetAsync(request, id, version, cancellationToken);

    [Function("CompareRuleVersions")]
    public Task<IResult> CompareAsync(
        [HttpTrigger(AuthorizationLevel.Admin, "get", Route = RouteOfOne + "/diff")] HttpRequest request, string id, CancellationToken cancellationToken) =>
        _history.CompareAsync(request, id, cancellationToken);

    [Function("RollBackRule")]
    public Task<IResult> RollBackAsync(
        [HttpTrigger(AuthorizationLevel.Admin, "post", Route = RouteOfOne + "/rollback")] HttpRequest request, string id, CancellationToken cancellationToken) =>
        _history.RollBackAsync(request, id, cancellationToken);
}

using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using PersonalizationEngine.Core.Rules;
using PersonalizationEngine.Engine.Administration.History;
using PersonalizationEngine.Functions.Admin.History;
using PersonalizationEngine.Functions.Http;
using PersonalizationEngine.Functions.OpenApi;
using PersonalizationEngine.Functions.OpenApi.Parameters;

namespace PersonalizationEngine.Functions.Admin.Rules;

/// <summary>What a rule was, and the way back.</summary>
[PathParameter("id", "The id it was given.", Type = typeof(long), Minimum = 1)]
[PathParameter("version", "One of its versions.", Type = typeof(int), Minimum = 1)]
public sealed class RuleHistoryFunctions(TellHistory<ContentRule> history)
{
    private const string RouteOfOne = "api/v1/admin/rules/{id}";

    private readonly HistoryEndpoint<ContentRule, RuleAnswer> _history = new(history, RuleAnswer.Of, ApiJson.Default.RuleAnswer);

    /// <summary>The versions of a content rule, the latest first.</summary>
    [Function("ListRuleVersions")]
    [Answers(StatusCodes.Status200OK, typeof(Page<VersionAnswer>))]
    [Paged]
    public Task<IResult> ListAsync(
        [HttpTrigger(AuthorizationLevel.Admin, "get", Route = RouteOfOne + "/versions")] HttpRequest request, string id, CancellationToken cancellationToken) =>
        _history.ListAsync(request, id, cancellationToken);

    /// <summary>A content rule as it was at one version.</summary>
    [Function("GetRuleVersion")]
    [Answers(StatusCodes.Status200OK, typeof(VersionAnswer))]
    [Fails(StatusCodes.Status404NotFound)]
    public Task<IResult> GetAsync(
        [HttpTrigger(AuthorizationLevel.Admin, "get", Route = RouteOfOne + "/versions/{version}")] HttpRequest request, string id, string version,
        CancellationToken cancellationToken) =>
        _history.GetAsync(request, id, version, cancellationToken);

    /// <summary>What differs between two versions of a content rule.</summary>
    [Function("CompareRuleVersions")]
    [Answers(StatusCodes.Status200OK, typeof(DiffAnswer))]
    [Fails(StatusCodes.Status404NotFound)]
    [QueryParameter("from", "The older version.", Type = typeof(int), Minimum = 1, IsRequired = true, Example = "1")]
    [QueryParameter("to", "The newer version.", Type = typeof(int), Minimum = 1, IsRequired = true, Example = "2")]
    public Task<IResult> CompareAsync(
        [HttpTrigger(AuthorizationLevel.Admin, "get", Route = RouteOfOne + "/diff")] HttpRequest request, string id, CancellationToken cancellationToken) =>
        _history.CompareAsync(request, id, cancellationToken);

    /// <summary>Makes a content rule what it was at an earlier version; that is a version of its own.</summary>
    [Function("RollBackRule")]
    [Asks("RollBackDocument")]
    [Answers(StatusCodes.Status200OK, typeof(RuleAnswer), HasTag = true)]
    [Fails(StatusCodes.Status404NotFound, StatusCodes.Status409Conflict)]
    [ByEditor, IfUnchanged]
    public Task<IResult> RollBackAsync(
        [HttpTrigger(AuthorizationLevel.Admin, "post", Route = RouteOfOne + "/rollback")] HttpRequest request, string id, CancellationToken cancellationToken) =>
        _history.RollBackAsync(request, id, cancellationToken);
}

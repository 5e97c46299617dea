using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using PersonalizationEngine.Core.Scoring.Models;
using PersonalizationEngine.Engine.Administration.History;
using PersonalizationEngine.Functions.Admin.History;
using PersonalizationEngine.Functions.Http;

namespace PersonalizationEngine.Functions.Admin.Scoring.Models;

/// <summary>What a scoring model was, and the way back.</summary>
public sealed class LeadModelHistoryFunctions(TellHistory<LeadModel> history)
{
    private const string RouteOfOne = "api/v1/admin/scoring/models/{id}";

    private readonly HistoryEndpoint<LeadModel, LeadModelAnswer> _history = new(history, LeadModelAnswer.Of, ApiJson.Default.LeadModelAnswer);

    [Function("ListScoringModelVersions")]
    public Task<IResult> ListAsync(
        [HttpTrigger(AuthorizationLevel.Admin, "get", Route = RouteOfOne + "/versions")] HttpRequest request, string id, CancellationToken cancellationToken) =>
        _history.ListAsync(request, id, cancellationToken);

    [Function("GetScoringModelVersion")]
    public Task<IResult> GetAsync(
        [HttpTrigger(AuthorizationLevel.Admin, "get", Route = RouteOfOne + "/versions/{version}")] HttpRequest request, string id, string version,
        CancellationToken cancellationToken) =>
        _history.GetAsync(request, id, version, cancellationToken);

    [Function("CompareScoringModelVersions")]
    public Task<IResult> CompareAsync(
        [HttpTrigger(AuthorizationLevel.Admin, "get", Route = RouteOfOne + "/diff")] HttpRequest request, string id, CancellationToken cancellationToken) =>
        _history.CompareAsync(request, id, cancellationToken);

    [Function("RollBackScoringModel")]
    public Task<IResult> RollBackAsync(
        [HttpTrigger(AuthorizationLevel.Admin, "post", Route = RouteOfOne + "/rollback")] HttpRequest request, string id, CancellationToken cancellationToken) =>
        _history.RollBackAsync(request, id, cancellationToken);
}

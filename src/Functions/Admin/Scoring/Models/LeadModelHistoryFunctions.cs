using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using PersonalizationEngine.Core.Scoring.Models;
using PersonalizationEngine.Engine.Administration.History;
using PersonalizationEngine.Functions.Admin.History;
using PersonalizationEngine.Functions.Http;
using PersonalizationEngine.Functions.OpenApi;
using PersonalizationEngine.Functions.OpenApi.Parameters;

namespace PersonalizationEngine.Functions.Admin.Scoring.Models;

/// <summary>What a scoring model was, and the way back.</summary>
[PathParameter("id", "The id it was given.", Type = typeof(long), Minimum = 1)]
[PathParameter("version", "One of its versions.", Type = typeof(int), Minimum = 1)]
public sealed class LeadModelHistoryFunctions(TellHistory<LeadModel> history)
{
    private const string RouteOfOne = "api/v1/admin/scoring/models/{id}";

    private readonly HistoryEndpoint<LeadModel, LeadModelAnswer> _history = new(history, LeadModelAnswer.Of, ApiJson.Default.LeadModelAnswer);

    /// <summary>The versions of a scoring model, the latest first.</summary>
    [Function("ListScoringModelVersions")]
    [Answers(StatusCodes.Status200OK, typeof(Page<VersionAnswer>))]
    [Paged]
    public Task<IResult> ListAsync(
        [HttpTrigger(AuthorizationLevel.Admin, "get", Route = RouteOfOne + "/versions")] HttpRequest request, string id, CancellationToken cancellationToken) =>
        _history.ListAsync(request, id, cancellationToken);

    /// <summary>A scoring model as it was at one version.</summary>
    [Function("GetScoringModelVersion")]
    [Answers(StatusCodes.Status200OK, typeof(VersionAnswer))]
    [Fails(StatusCodes.Status404NotFound)]
    public Task<IResult> GetAsync(
        [HttpTrigger(AuthorizationLevel.Admin, "get", Route = RouteOfOne + "/versions/{version}")] HttpRequest request, string id, string version,
        CancellationToken cancellationToken) =>
        _history.GetAsync(request, id, version, cancellationToken);

    /// <summary>What differs between two versions of a scoring model.</summary>
    [Function("CompareScoringModelVersions")]
    [Answers(StatusCodes.Status200OK, typeof(DiffAnswer))]
    [Fails(StatusCodes.Status404NotFound)]
    [QueryParameter("from", "The older version.", Type = typeof(int), Minimum = 1, IsRequired = true, Example = "1")]
    [QueryParameter("to", "The newer version.", Type = typeof(int), Minimum = 1, IsRequired = true, Example = "2")]
    public Task<IResult> CompareAsync(
        [HttpTrigger(AuthorizationLevel.Admin, "get", Route = RouteOfOne + "/diff")] HttpRequest request, string id, CancellationToken cancellationToken) =>
        _history.CompareAsync(request, id, cancellationToken);

    /// <summary>Makes a scoring model what it was at an earlier version; that is a version of its own.</summary>
    [Function("RollBackScoringModel")]
    [Asks("RollBackDocument")]
    [Answers(StatusCodes.Status200OK, typeof(LeadModelAnswer), HasTag = true)]
    [Fails(StatusCodes.Status404NotFound, StatusCodes.Status409Conflict)]
    [ByEditor, IfUnchanged]
    public Task<IResult> RollBackAsync(
        [HttpTrigger(AuthorizationLevel.Admin, "post", Route = RouteOfOne + "/rollback")] HttpRequest request, string id, CancellationToken cancellationToken) =>
        _history.RollBackAsync(request, id, cancellationToken);
}

using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using PersonalizationEngine.Core.Experiments;
using PersonalizationEngine.Engine.Administration.History;
using PersonalizationEngine.Functions.Admin.History;
using PersonalizationEngine.Functions.Http;
using PersonalizationEngine.Functions.OpenApi;
using PersonalizationEngine.Functions.OpenApi.Parameters;

namespace PersonalizationEngine.Functions.Admin.Experiments;

/// <summary>What an experiment was. There is no way back but by its lifecycle.</summary>
[PathParameter("id", "The id it was given.", Type = typeof(long), Minimum = 1)]
public sealed class ExperimentHistoryFunctions(TellHistory<Experiment> history)
{
    private const string RouteOfOne = "api/v1/admin/experiments/{id}";

    private readonly HistoryEndpoint<Experiment, ExperimentAnswer> _history = new(history, ExperimentAnswer.Of, ApiJson.Default.ExperimentAnswer);

    /// <summary>The versions of an experiment, the latest first.</summary>
    [Function("ListExperimentVersions")]
    [Answers(StatusCodes.Status200OK, typeof(Page<VersionAnswer>))]
    [Paged]
    public Task<IResult> ListAsync(
        [HttpTrigger(AuthorizationLevel.Admin, "get", Route = RouteOfOne + "/versions")] HttpRequest request, string id, CancellationToken cancellationToken) =>
        _history.ListAsync(request, id, cancellationToken);

    /// <summary>What differs between two versions of an experiment.</summary>
    [Function("CompareExperimentVersions")]
    [Answers(StatusCodes.Status200OK, typeof(DiffAnswer))]
    [Fails(StatusCodes.Status404NotFound)]
    [QueryParameter("from", "The older version.", Type = typeof(int), Minimum = 1, IsRequired = true, Example = "1")]
    [QueryParameter("to", "The newer version.", Type = typeof(int), Minimum = 1, IsRequired = true, Example = "2")]
    public Task<IResult> CompareAsync(
        [HttpTrigger(AuthorizationLevel.Admin, "get", Route = RouteOfOne + "/diff")] HttpRequest request, string id, CancellationToken cancellationToken) =>
        _history.CompareAsync(request, id, cancellationToken);
}

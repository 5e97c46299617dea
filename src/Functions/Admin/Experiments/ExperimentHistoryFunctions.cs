using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using PersonalizationEngine.Core.Experiments;
using PersonalizationEngine.Engine.Administration.History;
using PersonalizationEngine.Functions.Admin.History;
using PersonalizationEngine.Functions.Http;

namespace PersonalizationEngine.Functions.Admin.Experiments;

/// <summary>What an experiment was. There is no way back but by its lifecycle.</summary>
public sealed class ExperimentHistoryFunctions(TellHistory<Experiment> history)
{
    private const string RouteOfOne = "api/v1/admin/experiments/{id}";

    private readonly HistoryEndpoint<Experiment, ExperimentAnswer> _history = new(history, ExperimentAnswer.Of, ApiJson.Default.ExperimentAnswer);

    [Function("ListExperimentVersions")]
    public Task<IResult> ListAsync(
        [HttpTrigger(AuthorizationLevel.Admin, "get", Route = RouteOfOne + "/versions")] HttpRequest request, string id, CancellationToken cancellationToken) =>
        _history.ListAsync(request, id, cancellationToken);

    [Function("CompareExperimentVersions")]
    public Task<IResult> CompareAsync(
        [HttpTrigger(AuthorizationLevel.Admin, "get", Route = RouteOfOne + "/diff")] HttpRequest request, string id, CancellationToken cancellationToken) =>
        _history.CompareAsync(request, id, cancellationToken);
}

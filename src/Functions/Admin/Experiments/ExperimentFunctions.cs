using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using PersonalizationEngine.Core.Experiments;
using PersonalizationEngine.Engine.Administration;
using PersonalizationEngine.Functions.Http;

namespace PersonalizationEngine.Functions.Admin.Experiments;

/// <summary>Experiments: list, read, add, replace. None is removed: what people were shown must stay explainable.</summary>
public sealed class ExperimentFunctions(ExperimentDesk desk)
{
    private const string Route = "api/v1/admin/experiments", RouteOfOne = Route + "/{id}";

    private readonly DefinitionEndpoint<Experiment, ExperimentAnswer> _experiments =
        new(desk, ExperimentAnswer.Of, ApiJson.Default.ExperimentAnswer, ApiJson.Default.PageExperimentAnswer, "/" + Route);

    [Function("ListExperiments")]
    public Task<IResult> ListAsync(
        [HttpTrigger(AuthorizationLevel.Admin, "get", Route = Route)] HttpRequest request, CancellationToken cancellationToken) =>
        _experiments.ListAsync(request, cancellationToken);

    [Function("AddExperiment")]
    public Task<IResult> AddAsync(
        [HttpTrigger(AuthorizationLevel.Admin, "post", Route = Route)] HttpRequest request, CancellationToken cancellationToken) =>
        _experiments.AddAsync(request, cancellationToken);

    [Function("GetExperiment")]
    public Task<IResult> GetAsync(
        [HttpTrigger(AuthorizationLevel.Admin, "get", Route = RouteOfOne)] HttpRequest request, string id, CancellationToken cancellationToken) =>
        _experiments.GetAsync(request, id, cancellationToken);

    [Function("ReplaceExperiment")]
    public Task<IResult> ReplaceAsync(
        [HttpTrigger(AuthorizationLevel.Admin, "put", Route = RouteOfOne)] HttpRequest request, string id, CancellationToken cancellationToken) =>
        _experiments.ReplaceAsync(request, id, cancellationToken);
}

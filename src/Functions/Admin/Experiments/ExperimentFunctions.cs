using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using PersonalizationEngine.Core.Experiments;
using PersonalizationEngine.Engine.Administration;
using PersonalizationEngine.Functions.Http;
using PersonalizationEngine.Functions.OpenApi;
using PersonalizationEngine.Functions.OpenApi.Parameters;

namespace PersonalizationEngine.Functions.Admin.Experiments;

/// <summary>Experiments: list, read, add, replace. None is removed: what people were shown must stay explainable.</summary>
[PathParameter("id", "The id it was given.", Type = typeof(long), Minimum = 1)]
public sealed class ExperimentFunctions(ExperimentDesk desk)
{
    private const string Route = "api/v1/admin/experiments", RouteOfOne = Route + "/{id}";

    private readonly DefinitionEndpoint<Experiment, ExperimentAnswer> _experiments =
        new(desk, ExperimentAnswer.Of, ApiJson.Default.ExperimentAnswer, ApiJson.Default.PageExperimentAnswer, "/" + Route);

    /// <summary>Experiments, the oldest first.</summary>
    [Function("ListExperiments")]
    [Answers(StatusCodes.Status200OK, typeof(Page<ExperimentAnswer>))]
    [Paged]
    public Task<IResult> ListAsync(
        [HttpTrigger(AuthorizationLevel.Admin, "get", Route = Route)] HttpRequest request, CancellationToken cancellationToken) =>
        _experiments.ListAsync(request, cancellationToken);

    /// <summary>Adds an experiment.</summary>
    [Function("AddExperiment")]
    [Asks("ExperimentDocument")]
    [Answers(StatusCodes.Status201Created, typeof(ExperimentAnswer), HasTag = true)]
    [Fails(StatusCodes.Status409Conflict)]
    [ByEditor]
    public Task<IResult> AddAsync(
        [HttpTrigger(AuthorizationLevel.Admin, "post", Route = Route)] HttpRequest request, CancellationToken cancellationToken) =>
        _experiments.AddAsync(request, cancellationToken);

    /// <summary>One experiment.</summary>
    [Function("GetExperiment")]
    [Answers(StatusCodes.Status200OK, typeof(ExperimentAnswer), HasTag = true)]
    [Fails(StatusCodes.Status404NotFound)]
    public Task<IResult> GetAsync(
        [HttpTrigger(AuthorizationLevel.Admin, "get", Route = RouteOfOne)] HttpRequest request, string id, CancellationToken cancellationToken) =>
        _experiments.GetAsync(request, id, cancellationToken);

    /// <summary>Replaces an experiment, as far as its lifecycle allows: what people were served stays explainable.</summary>
    [Function("ReplaceExperiment")]
    [Asks("ExperimentDocument")]
    [Answers(StatusCodes.Status200OK, typeof(ExperimentAnswer), HasTag = true)]
    [Fails(StatusCodes.Status404NotFound, StatusCodes.Status409Conflict)]
    [ByEditor, IfUnchanged]
    public Task<IResult> ReplaceAsync(
        [HttpTrigger(AuthorizationLevel.Admin, "put", Route = RouteOfOne)] HttpRequest request, string id, CancellationToken cancellationToken) =>
        _experiments.ReplaceAsync(request, id, cancellationToken);
}

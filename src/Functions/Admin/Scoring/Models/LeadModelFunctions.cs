using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using PersonalizationEngine.Core.Scoring.Models;
using PersonalizationEngine.Engine.Administration.History;
using PersonalizationEngine.Engine.Scoring.Models;
using PersonalizationEngine.Functions.Http;
using PersonalizationEngine.Functions.OpenApi;
using PersonalizationEngine.Functions.OpenApi.Parameters;

namespace PersonalizationEngine.Functions.Admin.Scoring.Models;

/// <summary>Scoring models: list, read, add, replace, remove.</summary>
[PathParameter("id", "The id it was given.", Type = typeof(long), Minimum = 1)]
public sealed class LeadModelFunctions(LeadModelDesk desk)
{
    private const string Route = "api/v1/admin/scoring/models", RouteOfOne = Route + "/{id}";

    private readonly DefinitionEndpoint<LeadModel, LeadModelAnswer> _models =
        new(desk, LeadModelAnswer.Of, ApiJson.Default.LeadModelAnswer, ApiJson.Default.PageLeadModelAnswer, "/" + Route);

    /// <summary>Scoring models, the oldest first.</summary>
    [Function("ListScoringModels")]
    [Answers(StatusCodes.Status200OK, typeof(Page<LeadModelAnswer>))]
    [Paged]
    public Task<IResult> ListAsync(
        [HttpTrigger(AuthorizationLevel.Admin, "get", Route = Route)] HttpRequest request, CancellationToken cancellationToken) =>
        _models.ListAsync(request, cancellationToken);

    /// <summary>Adds a scoring model.</summary>
    [Function("AddScoringModel")]
    [Asks("ScoringModelDocument")]
    [Answers(StatusCodes.Status201Created, typeof(LeadModelAnswer), HasTag = true)]
    [Fails(StatusCodes.Status409Conflict)]
    [ByEditor]
    public Task<IResult> AddAsync(
        [HttpTrigger(AuthorizationLevel.Admin, "post", Route = Route)] HttpRequest request, CancellationToken cancellationToken) =>
        _models.AddAsync(request, cancellationToken);

    /// <summary>One scoring model.</summary>
    [Function("GetScoringModel")]
    [Answers(StatusCodes.Status200OK, typeof(LeadModelAnswer), HasTag = true)]
    [Fails(StatusCodes.Status404NotFound)]
    public Task<IResult> GetAsync(
        [HttpTrigger(AuthorizationLevel.Admin, "get", Route = RouteOfOne)] HttpRequest request, string id, CancellationToken cancellationToken) =>
        _models.GetAsync(request, id, cancellationToken);

    /// <summary>Replaces a scoring model; what is not sent gets its default.</summary>
    [Function("ReplaceScoringModel")]
    [Asks("ScoringModelDocument")]
    [Answers(StatusCodes.Status200OK, typeof(LeadModelAnswer), HasTag = true)]
    [Fails(StatusCodes.Status404NotFound, StatusCodes.Status409Conflict)]
    [ByEditor, IfUnchanged]
    public Task<IResult> ReplaceAsync(
        [HttpTrigger(AuthorizationLevel.Admin, "put", Route = RouteOfOne)] HttpRequest request, string id, CancellationToken cancellationToken) =>
        _models.ReplaceAsync(request, id, cancellationToken);

    /// <summary>Removes a scoring model. Its history stays.</summary>
    [Function("RemoveScoringModel")]
    [Answers(StatusCodes.Status204NoContent)]
    [Fails(StatusCodes.Status404NotFound, StatusCodes.Status409Conflict)]
    [ByEditor, IfUnchanged]
    [QueryParameter(SentDocument.ReasonField, "Why, for the history.", MaxLength = SentDocument.LongestReason)]
    public Task<IResult> RemoveAsync(
        [HttpTrigger(AuthorizationLevel.Admin, "delete", Route = RouteOfOne)] HttpRequest request, string id, CancellationToken cancellationToken) =>
        _models.RemoveAsync(request, id, cancellationToken);
}

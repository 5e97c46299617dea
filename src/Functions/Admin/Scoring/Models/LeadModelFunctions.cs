using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using PersonalizationEngine.Core.Scoring.Models;
using PersonalizationEngine.Engine.Scoring.Models;
using PersonalizationEngine.Functions.Http;

namespace PersonalizationEngine.Functions.Admin.Scoring.Models;

/// <summary>Scoring models: list, read, add, replace, remove.</summary>
public sealed class LeadModelFunctions(LeadModelDesk desk)
{
    private const string Route = "api/v1/admin/scoring/models", RouteOfOne = Route + "/{id}";

    private readonly DefinitionEndpoint<LeadModel, LeadModelAnswer> _models =
        new(desk, LeadModelAnswer.Of, ApiJson.Default.LeadModelAnswer, ApiJson.Default.PageLeadModelAnswer, "/" + Route);

    [Function("ListScoringModels")]
    public Task<IResult> ListAsync(
        [HttpTrigger(AuthorizationLevel.Admin, "get", Route = Route)] HttpRequest request, CancellationToken cancellationToken) =>
        _models.ListAsync(request, cancellationToken);

    [Function("AddScoringModel")]
    public Task<IResult> AddAsync(
        [HttpTrigger(AuthorizationLevel.Admin, "post", Route = Route)] HttpRequest request, CancellationToken cancellationToken) =>
        _models.AddAsync(request, cancellationToken);

    [Function("GetScoringModel")]
    public Task<IResult> GetAsync(
        [HttpTrigger(AuthorizationLevel.Admin, "get", Route = RouteOfOne)] HttpRequest request, string id, CancellationToken cancellationToken) =>
        _models.GetAsync(request, id, cancellationToken);

    [Function("ReplaceScoringModel")]
    public Task<IResult> ReplaceAsync(
        [HttpTrigger(AuthorizationLevel.Admin, "put", Route = RouteOfOne)] HttpRequest request, string id, CancellationToken cancellationToken) =>
        _models.ReplaceAsync(request, id, cancellationToken);

    [Function("RemoveScoringModel")]
    public Task<IResult> RemoveAsync(
        [HttpTrigger(AuthorizationLevel.Admin, "delete", Route = RouteOfOne)] HttpRequest request, string id, CancellationToken cancellationToken) =>
        _models.RemoveAsync(request, id, cancellationToken);
}

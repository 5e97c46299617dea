using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using PersonalizationEngine.Core.Segments;
using PersonalizationEngine.Engine.Segments;
using PersonalizationEngine.Functions.Http;

namespace PersonalizationEngine.Functions.Admin.Groups;

/// <summary>Saved groups: list, read, add, replace, remove.</summary>
public sealed class SavedGroupFunctions(SavedGroupDesk desk)
{
    private const string Route = "api/v1/admin/groups", RouteOfOne = Route + "/{id}";

    private readonly DefinitionEndpoint<SavedGroup, SavedGroupAnswer> _groups =
        new(desk, SavedGroupAnswer.Of, ApiJson.Default.SavedGroupAnswer, ApiJson.Default.PageSavedGroupAnswer, "/" + Route);

    [Function("ListSavedGroups")]
    public Task<IResult> ListAsync(
        [HttpTrigger(AuthorizationLevel.Admin, "get", Route = Route)] HttpRequest request, CancellationToken cancellationToken) =>
        _groups.ListAsync(request, cancellationToken);

    [Function("AddSavedGroup")]
    public Task<IResult> AddAsync(
        [HttpTrigger(AuthorizationLevel.Admin, "post", Route = Route)] HttpRequest request, CancellationToken cancellationToken) =>
        _groups.AddAsync(request, cancellationToken);

    [Function("GetSavedGroup")]
    public Task<IResult> GetAsync(
        [HttpTrigger(AuthorizationLevel.Admin, "get", Route = RouteOfOne)] HttpRequest request, string id, CancellationToken cancellationToken) =>
        _groups.GetAsync(request, id, cancellationToken);

    [Function("ReplaceSavedGroup")]
    public Task<IResult> ReplaceAsync(
        [HttpTrigger(AuthorizationLevel.Admin, "put", Route = RouteOfOne)] HttpRequest request, string id, CancellationToken cancellationToken) =>
        _groups.ReplaceAsync(request, id, cancellationToken);

    [Function("RemoveSavedGroup")]
    public Task<IResult> RemoveAsync(
        [HttpTrigger(AuthorizationLevel.Admin, "delete", Route = RouteOfOne)] HttpRequest request, string id, CancellationToken cancellationToken) =>
        _groups.RemoveAsync(request, id, cancellationToken);
}

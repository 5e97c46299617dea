using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using PersonalizationEngine.Core.Segments;
using PersonalizationEngine.Engine.Administration.History;
using PersonalizationEngine.Engine.Segments;
using PersonalizationEngine.Functions.Http;
using PersonalizationEngine.Functions.OpenApi;
using PersonalizationEngine.Functions.OpenApi.Parameters;

namespace PersonalizationEngine.Functions.Admin.Groups;

/// <summary>Saved groups: list, read, add, replace, remove.</summary>
[PathParameter("id", "The id it was given.", Type = typeof(long), Minimum = 1)]
public sealed class SavedGroupFunctions(SavedGroupDesk desk)
{
    private const string Route = "api/v1/admin/groups", RouteOfOne = Route + "/{id}";

    private readonly DefinitionEndpoint<SavedGroup, SavedGroupAnswer> _groups =
        new(desk, SavedGroupAnswer.Of, ApiJson.Default.SavedGroupAnswer, ApiJson.Default.PageSavedGroupAnswer, "/" + Route);

    /// <summary>Saved groups, the oldest first.</summary>
    [Function("ListSavedGroups")]
    [Answers(StatusCodes.Status200OK, typeof(Page<SavedGroupAnswer>))]
    [Paged]
    public Task<IResult> ListAsync(
        [HttpTrigger(AuthorizationLevel.Admin, "get", Route = Route)] HttpRequest request, CancellationToken cancellationToken) =>
        _groups.ListAsync(request, cancellationToken);

    /// <summary>Adds a saved group.</summary>
    [Function("AddSavedGroup")]
    [Asks("SavedGroupDocument")]
    [Answers(StatusCodes.Status201Created, typeof(SavedGroupAnswer), HasTag = true)]
    [Fails(StatusCodes.Status409Conflict)]
    [ByEditor]
    public Task<IResult> AddAsync(
        [HttpTrigger(AuthorizationLevel.Admin, "post", Route = Route)] HttpRequest request, CancellationToken cancellationToken) =>
        _groups.AddAsync(request, cancellationToken);

    /// <summary>One saved group.</summary>
    [Function("GetSavedGroup")]
    [Answers(StatusCodes.Status200OK, typeof(SavedGroupAnswer), HasTag = true)]
    [Fails(StatusCodes.Status404NotFound)]
    public Task<IResult> GetAsync(
        [HttpTrigger(AuthorizationLevel.Admin, "get", Route = RouteOfOne)] HttpRequest request, string id, CancellationToken cancellationToken) =>
        _groups.GetAsync(request, id, cancellationToken);

    /// <summary>Replaces a saved group.</summary>
    [Function("ReplaceSavedGroup")]
    [Asks("SavedGroupDocument")]
    [Answers(StatusCodes.Status200OK, typeof(SavedGroupAnswer), HasTag = true)]
    [Fails(StatusCodes.Status404NotFound, StatusCodes.Status409Conflict)]
    [ByEditor, IfUnchanged]
    public Task<IResult> ReplaceAsync(
        [HttpTrigger(AuthorizationLevel.Admin, "put", Route = RouteOfOne)] HttpRequest request, string id, CancellationToken cancellationToken) =>
        _groups.ReplaceAsync(request, id, cancellationToken);

    /// <summary>Removes a saved group that no condition names.</summary>
    [Function("RemoveSavedGroup")]
    [Answers(StatusCodes.Status204NoContent)]
    [Fails(StatusCodes.Status404NotFound, StatusCodes.Status409Conflict)]
    [ByEditor, IfUnchanged]
    [QueryParameter(SentDocument.ReasonField, "Why, for the history.", MaxLength = SentDocument.LongestReason)]
    public Task<IResult> RemoveAsync(
        [HttpTrigger(AuthorizationLevel.Admin, "delete", Route = RouteOfOne)] HttpRequest request, string id, CancellationToken cancellationToken) =>
        _groups.RemoveAsync(request, id, cancellationToken);
}

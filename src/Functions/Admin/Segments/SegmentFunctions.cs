using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using PersonalizationEngine.Core.Segments;
using PersonalizationEngine.Engine.Administration.History;
using PersonalizationEngine.Engine.Segments;
using PersonalizationEngine.Functions.Http;
using PersonalizationEngine.Functions.OpenApi;
using PersonalizationEngine.Functions.OpenApi.Parameters;

namespace PersonalizationEngine.Functions.Admin.Segments;

/// <summary>Segments: list, read, add, replace, remove.</summary>
[PathParameter("id", "The id it was given.", Type = typeof(long), Minimum = 1)]
public sealed class SegmentFunctions(SegmentDesk desk)
{
    private const string Route = "api/v1/admin/segments", RouteOfOne = Route + "/{id}";

    private readonly DefinitionEndpoint<Segment, SegmentDefinitionAnswer> _segments =
        new(desk, SegmentDefinitionAnswer.Of, ApiJson.Default.SegmentDefinitionAnswer, ApiJson.Default.PageSegmentDefinitionAnswer, "/" + Route);

    /// <summary>Segments, the oldest first.</summary>
    [Function("ListSegmentDefinitions")]
    [Answers(StatusCodes.Status200OK, typeof(Page<SegmentDefinitionAnswer>))]
    [Paged]
    public Task<IResult> ListAsync(
        [HttpTrigger(AuthorizationLevel.Admin, "get", Route = Route)] HttpRequest request, CancellationToken cancellationToken) =>
        _segments.ListAsync(request, cancellationToken);

    /// <summary>Adds a segment.</summary>
    [Function("AddSegmentDefinition")]
    [Asks("SegmentDocument")]
    [Answers(StatusCodes.Status201Created, typeof(SegmentDefinitionAnswer), HasTag = true)]
    [Fails(StatusCodes.Status409Conflict)]
    [ByEditor]
    public Task<IResult> AddAsync(
        [HttpTrigger(AuthorizationLevel.Admin, "post", Route = Route)] HttpRequest request, CancellationToken cancellationToken) =>
        _segments.AddAsync(request, cancellationToken);

    /// <summary>One segment.</summary>
    [Function("GetSegmentDefinition")]
    [Answers(StatusCodes.Status200OK, typeof(SegmentDefinitionAnswer), HasTag = true)]
    [Fails(StatusCodes.Status404NotFound)]
    public Task<IResult> GetAsync(
        [HttpTrigger(AuthorizationLevel.Admin, "get", Route = RouteOfOne)] HttpRequest request, string id, CancellationToken cancellationToken) =>
        _segments.GetAsync(request, id, cancellationToken);

    /// <summary>Replaces a segment.</summary>
    [Function("ReplaceSegmentDefinition")]
    [Asks("SegmentDocument")]
    [Answers(StatusCodes.Status200OK, typeof(SegmentDefinitionAnswer), HasTag = true)]
    [Fails(StatusCodes.Status404NotFound, StatusCodes.Status409Conflict)]
    [ByEditor, IfUnchanged]
    public Task<IResult> ReplaceAsync(
        [HttpTrigger(AuthorizationLevel.Admin, "put", Route = RouteOfOne)] HttpRequest request, string id, CancellationToken cancellationToken) =>
        _segments.ReplaceAsync(request, id, cancellationToken);

    /// <summary>Removes a segment that no condition names.</summary>
    [Function("RemoveSegmentDefinition")]
    [Answers(StatusCodes.Status204NoContent)]
    [Fails(StatusCodes.Status404NotFound, StatusCodes.Status409Conflict)]
    [ByEditor, IfUnchanged]
    [QueryParameter(SentDocument.ReasonField, "Why, for the history.", MaxLength = SentDocument.LongestReason)]
    public Task<IResult> RemoveAsync(
        [HttpTrigger(AuthorizationLevel.Admin, "delete", Route = RouteOfOne)] HttpRequest request, string id, CancellationToken cancellationToken) =>
        _segments.RemoveAsync(request, id, cancellationToken);
}

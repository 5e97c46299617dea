using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using PersonalizationEngine.Core.Segments;
using PersonalizationEngine.Engine.Segments;
using PersonalizationEngine.Functions.Http;

namespace PersonalizationEngine.Functions.Admin.Segments;

/// <summary>Segments: list, read, add, replace, remove.</summary>
public sealed class SegmentFunctions(SegmentDesk desk)
{
    private const string Route = "api/v1/admin/segments", RouteOfOne = Route + "/{id}";

    private readonly DefinitionEndpoint<Segment, SegmentDefinitionAnswer> _segments =
        new(desk, SegmentDefinitionAnswer.Of, ApiJson.Default.SegmentDefinitionAnswer, ApiJson.Default.PageSegmentDefinitionAnswer, "/" + Route);

    [Function("ListSegmentDefinitions")]
    public Task<IResult> ListAsync(
        [HttpTrigger(AuthorizationLevel.Admin, "get", Route = Route)] HttpRequest request, CancellationToken cancellationToken) =>
        _segments.ListAsync(request, cancellationToken);

    [Function("AddSegmentDefinition")]
    public Task<IResult> AddAsync(
        [HttpTrigger(AuthorizationLevel.Admin, "post", Route = Route)] HttpRequest request, CancellationToken cancellationToken) =>
        _segments.AddAsync(request, cancellationToken);

    [Function("GetSegmentDefinition")]
    public Task<IResult> GetAsync(
        [HttpTrigger(AuthorizationLevel.Admin, "get", Route = RouteOfOne)] HttpRequest request, string id, CancellationToken cancellationToken) =>
        _segments.GetAsync(request, id, cancellationToken);

    [Function("ReplaceSegmentDefinition")]
    public Task<IResult> ReplaceAsync(
        [HttpTrigger(AuthorizationLevel.Admin, "put", Route = RouteOfOne)] HttpRequest request, string id, CancellationToken cancellationToken) =>
        _segments.ReplaceAsync(request, id, cancellationToken);

    [Function("RemoveSegmentDefinition")]
    public Task<IResult> RemoveAsync(
        [HttpTrigger(AuthorizationLevel.Admin, "delete", Route = RouteOfOne)] HttpRequest request, string id, CancellationToken cancellationToken) =>
        _segments.RemoveAsync(request, id, cancellationToken);
}

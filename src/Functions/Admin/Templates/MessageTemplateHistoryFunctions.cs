using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using PersonalizationEngine.Engine.Administration.History;
using PersonalizationEngine.Engine.Delivery.Templates;
using PersonalizationEngine.Functions.Admin.History;
using PersonalizationEngine.Functions.Http;
using PersonalizationEngine.Functions.OpenApi;
using PersonalizationEngine.Functions.OpenApi.Parameters;

namespace PersonalizationEngine.Functions.Admin.Templates;

/// <summary>What a template was, and the way back.</summary>
[PathParameter("id", "The id it was given.", Type = typeof(long), Minimum = 1)]
[PathParameter("version", "One of its versions.", Type = typeof(int), Minimum = 1)]
public sealed class MessageTemplateHistoryFunctions(TellHistory<MessageTemplateSource> history)
{
    private const string RouteOfOne = "api/v1/admin/templates/{id}";

    private readonly HistoryEndpoint<MessageTemplateSource, MessageTemplateAnswer> _history = new(history, MessageTemplateAnswer.Of, ApiJson.Default.MessageTemplateAnswer);

    /// <summary>The versions of a template, the latest first.</summary>
    [Function("ListTemplateVersions")]
    [Answers(StatusCodes.Status200OK, typeof(Page<VersionAnswer>))]
    [Paged]
    public Task<IResult> ListAsync(
        [HttpTrigger(AuthorizationLevel.Admin, "get", Route = RouteOfOne + "/versions")] HttpRequest request, string id, CancellationToken cancellationToken) =>
        _history.ListAsync(request, id, cancellationToken);

    /// <summary>A template as it was at one version.</summary>
    [Function("GetTemplateVersion")]
    [Answers(StatusCodes.Status200OK, typeof(VersionAnswer))]
    [Fails(StatusCodes.Status404NotFound)]
    public Task<IResult> GetAsync(
        [HttpTrigger(AuthorizationLevel.Admin, "get", Route = RouteOfOne + "/versions/{version}")] HttpRequest request, string id, string version,
        CancellationToken cancellationToken) =>
        _history.GetAsync(request, id, version, cancellationToken);

    /// <summary>What differs between two versions of a template.</summary>
    [Function("CompareTemplateVersions")]
    [Answers(StatusCodes.Status200OK, typeof(DiffAnswer))]
    [Fails(StatusCodes.Status404NotFound)]
    [QueryParameter("from", "The older version.", Type = typeof(int), Minimum = 1, IsRequired = true, Example = "1")]
    [QueryParameter("to", "The newer version.", Type = typeof(int), Minimum = 1, IsRequired = true, Example = "2")]
    public Task<IResult> CompareAsync(
        [HttpTrigger(AuthorizationLevel.Admin, "get", Route = RouteOfOne + "/diff")] HttpRequest request, string id, CancellationToken cancellationToken) =>
        _history.CompareAsync(request, id, cancellationToken);

    /// <summary>Makes a template what it was at an earlier version; that is a version of its own.</summary>
    [Function("RollBackTemplate")]
    [Asks("RollBackDocument")]
    [Answers(StatusCodes.Status200OK, typeof(MessageTemplateAnswer), HasTag = true)]
    [Fails(StatusCodes.Status404NotFound, StatusCodes.Status409Conflict)]
    [ByEditor, IfUnchanged]
    public Task<IResult> RollBackAsync(
        [HttpTrigger(AuthorizationLevel.Admin, "post", Route = RouteOfOne + "/rollback")] HttpRequest request, string id, CancellationToken cancellationToken) =>
        _history.RollBackAsync(request, id, cancellationToken);
}

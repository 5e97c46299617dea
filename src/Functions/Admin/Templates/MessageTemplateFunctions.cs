using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using PersonalizationEngine.Engine.Administration.History;
using PersonalizationEngine.Engine.Delivery.Templates;
using PersonalizationEngine.Functions.Http;
using PersonalizationEngine.Functions.OpenApi;
using PersonalizationEngine.Functions.OpenApi.Parameters;

namespace PersonalizationEngine.Functions.Admin.Templates;

/// <summary>Templates of messages: list, read, add, replace, remove.</summary>
[PathParameter("id", "The id it was given.", Type = typeof(long), Minimum = 1)]
public sealed class MessageTemplateFunctions(TemplateDesk desk)
{
    private const string Route = "api/v1/admin/templates", RouteOfOne = Route + "/{id}";

    private readonly DefinitionEndpoint<MessageTemplateSource, MessageTemplateAnswer> _templates =
        new(desk, MessageTemplateAnswer.Of, ApiJson.Default.MessageTemplateAnswer, ApiJson.Default.PageMessageTemplateAnswer, "/" + Route);

    /// <summary>Templates, the oldest first.</summary>
    [Function("ListTemplates")]
    [Answers(StatusCodes.Status200OK, typeof(Page<MessageTemplateAnswer>))]
    [Paged]
    public Task<IResult> ListAsync(
        [HttpTrigger(AuthorizationLevel.Admin, "get", Route = Route)] HttpRequest request, CancellationToken cancellationToken) =>
        _templates.ListAsync(request, cancellationToken);

    /// <summary>Adds a template.</summary>
    [Function("AddTemplate")]
    [Asks("MessageTemplateDocument")]
    [Answers(StatusCodes.Status201Created, typeof(MessageTemplateAnswer), HasTag = true)]
    [Fails(StatusCodes.Status409Conflict)]
    [ByEditor]
    public Task<IResult> AddAsync(
        [HttpTrigger(AuthorizationLevel.Admin, "post", Route = Route)] HttpRequest request, CancellationToken cancellationToken) =>
        _templates.AddAsync(request, cancellationToken);

    /// <summary>One template.</summary>
    [Function("GetTemplate")]
    [Answers(StatusCodes.Status200OK, typeof(MessageTemplateAnswer), HasTag = true)]
    [Fails(StatusCodes.Status404NotFound)]
    public Task<IResult> GetAsync(
        [HttpTrigger(AuthorizationLevel.Admin, "get", Route = RouteOfOne)] HttpRequest request, string id, CancellationToken cancellationToken) =>
        _templates.GetAsync(request, id, cancellationToken);

    /// <summary>Replaces a template.</summary>
    [Function("ReplaceTemplate")]
    [Asks("MessageTemplateDocument")]
    [Answers(StatusCodes.Status200OK, typeof(MessageTemplateAnswer), HasTag = true)]
    [Fails(StatusCodes.Status404NotFound, StatusCodes.Status409Conflict)]
    [ByEditor, IfUnchanged]
    public Task<IResult> ReplaceAsync(
        [HttpTrigger(AuthorizationLevel.Admin, "put", Route = RouteOfOne)] HttpRequest request, string id, CancellationToken cancellationToken) =>
        _templates.ReplaceAsync(request, id, cancellationToken);

    /// <summary>Removes a template.</summary>
    [Function("RemoveTemplate")]
    [Answers(StatusCodes.Status204NoContent)]
    [Fails(StatusCodes.Status404NotFound, StatusCodes.Status409Conflict)]
    [ByEditor, IfUnchanged]
    [QueryParameter(SentDocument.ReasonField, "Why, for the history.", MaxLength = SentDocument.LongestReason)]
    public Task<IResult> RemoveAsync(
        [HttpTrigger(AuthorizationLevel.Admin, "delete", Route = RouteOfOne)] HttpRequest request, string id, CancellationToken cancellationToken) =>
        _templates.RemoveAsync(request, id, cancellationToken);
}

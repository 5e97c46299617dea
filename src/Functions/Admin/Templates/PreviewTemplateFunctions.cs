using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using PersonalizationEngine.Core.Documents;
using PersonalizationEngine.Engine.Delivery.Templates;
using PersonalizationEngine.Functions.Http;
using PersonalizationEngine.Functions.Http.Problems;
using PersonalizationEngine.Functions.OpenApi;
using PersonalizationEngine.Functions.OpenApi.Parameters;

namespace PersonalizationEngine.Functions.Admin.Templates;

[PathParameter("id", "The id it was given.", Type = typeof(long), Minimum = 1)]
public sealed class PreviewTemplateFunctions(PreviewTemplate preview)
{
    /// <summary>What a draft of a template would say to a person by a channel; nothing is stored or sent.</summary>
    [Function("PreviewTemplate")]
    [Asks("TemplateDraftPreviewDocument")]
    [Answers(StatusCodes.Status200OK, typeof(PreviewedMessageAnswer))]
    public Task<IResult> OfDraftAsync(
        [HttpTrigger(AuthorizationLevel.Admin, "post", Route = "api/v1/admin/templates/preview")] HttpRequest request,
        CancellationToken cancellationToken) => RequestDocument.AnswerAsync(
        request, async document => Answer(await preview.OfDraftAsync(document, cancellationToken)), cancellationToken);

    /// <summary>What a template says to a person by a channel; nothing is sent.</summary>
    [Function("PreviewStoredTemplate")]
    [Asks("TemplatePreviewDocument")]
    [Answers(StatusCodes.Status200OK, typeof(PreviewedMessageAnswer))]
    [Fails(StatusCodes.Status404NotFound)]
    public Task<IResult> OfStoredAsync(
        [HttpTrigger(AuthorizationLevel.Admin, "post", Route = "api/v1/admin/templates/{id}/preview")] HttpRequest request,
        string id,
        CancellationToken cancellationToken)
    {
        var query = new QueryReader(request.Query);
        var number = query.Number("id", id);
        return query.HasErrors ? Task.FromResult(query.Refusal) : RequestDocument.AnswerAsync(
            request,
            async document => await preview.OfStoredAsync(number, document, cancellationToken) is { } message
                ? Answer(message)
                : ProblemAnswer.NotFound("Nothing has this id."),
            cancellationToken);
    }

    private static IResult Answer(Parsed<PreviewedMessage> message) => message.Succeeded
        ? new JsonAnswer<PreviewedMessageAnswer>(PreviewedMessageAnswer.Of(message.Value), ApiJson.Default.PreviewedMessageAnswer)
        : ProblemAnswer.Invalid(message.Faults);
}

using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using PersonalizationEngine.Engine.Administration;
using PersonalizationEngine.Functions.Http;
using PersonalizationEngine.Functions.Http.Idempotency;
using PersonalizationEngine.Functions.Http.Problems;
using PersonalizationEngine.Functions.OpenApi;

namespace PersonalizationEngine.Functions.Admin.Rules;

public sealed class PreviewRuleFunction(PreviewRule preview)
{
    /// <summary>Tries a draft rule on a person or on given attributes; nothing is stored.</summary>
    [Function("PreviewRule")]
    [WithoutIdempotencyKey(WithoutIdempotencyKeyAttribute.ChangesNothing)]
    [Asks("RulePreviewDocument")]
    [Answers(StatusCodes.Status200OK, typeof(PreviewAnswer))]
    public Task<IResult> RunAsync(
        [HttpTrigger(AuthorizationLevel.Admin, "post", Route = "api/v1/admin/rules/preview")] HttpRequest request,
        CancellationToken cancellationToken) => RequestDocument.AnswerAsync(
        request,
        async document =>
        {
            var tried = await preview.RunAsync(document, cancellationToken);
            return tried.Succeeded
                ? new JsonAnswer<PreviewAnswer>(PreviewAnswer.Of(tried.Value), ApiJson.Default.PreviewAnswer)
                : ProblemAnswer.Invalid(tried.Faults);
        },
        cancellationToken);
}

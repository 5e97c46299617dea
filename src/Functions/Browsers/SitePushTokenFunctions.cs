using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using PersonalizationEngine.Core.Documents;
using PersonalizationEngine.Engine.Delivery.PushTokens;
using PersonalizationEngine.Functions.Access;
using PersonalizationEngine.Functions.Http;
using PersonalizationEngine.Functions.Http.Problems;
using PersonalizationEngine.Functions.OpenApi;
using PersonalizationEngine.Functions.OpenApi.Parameters;
using PersonalizationEngine.Functions.OpenApi.Writing;
using PersonalizationEngine.Functions.PushTokens;

namespace PersonalizationEngine.Functions.Browsers;

/// <summary>Where the visitor of a page can be reached by push: the page says so itself.</summary>
public sealed class SitePushTokenFunctions(SiteGate gate, RegisterPushToken register)
{
    /// <summary>Registers the token that FCM gave the browser, or says that it is still in use.</summary>
    [Function("SiteSavePushToken")]
    [ProvedBy(SecuritySchemes.PersonToken)]
    [FromPage]
    [Asks("SitePushTokenDocument")]
    [Answers(StatusCodes.Status204NoContent)]
    [Fails(StatusCodes.Status409Conflict)]
    public Task<IResult> SaveAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", "options", Route = "site/v1/{siteKey}/push-tokens")] HttpRequest request,
        string siteKey,
        CancellationToken cancellationToken) => AnswerAsync(
        request, siteKey,
        async (user, token) => await register.SaveAsync(user, token, PushPlatforms.Web, cancellationToken) ? Results.NoContent() : PushTokenFunctions.Erased(),
        cancellationToken);

    /// <summary>The visitor is not reached at this token any more.</summary>
    [Function("SiteRemovePushToken")]
    [ProvedBy(SecuritySchemes.PersonToken)]
    [FromPage]
    [Asks("SitePushTokenDocument")]
    [Answers(StatusCodes.Status204NoContent)]
    public Task<IResult> RemoveAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", "options", Route = "site/v1/{siteKey}/push-tokens/remove")] HttpRequest request,
        string siteKey,
        CancellationToken cancellationToken) => AnswerAsync(
        request, siteKey,
        async (user, token) =>
        {
            await register.RemoveAsync(user, token, cancellationToken);
            return Results.NoContent();
        },
        cancellationToken);

    private Task<IResult> AnswerAsync(HttpRequest request, string siteKey, Func<string, string, Task<IResult>> answer, CancellationToken cancellationToken) =>
        gate.AnswerPersonAsync(request, siteKey, caller => RequestDocument.AnswerAsync(
            request,
            async document =>
            {
                var reader = new DocumentReader(document);
                reader.RefuseUnknown("token");
                var token = reader.Text("token", PushToken.MaxLength, required: true);
                return reader.Faults.Count > 0 ? ProblemAnswer.Invalid(reader.Faults) : await answer(caller.UserId, token!);
            },
            cancellationToken));
}

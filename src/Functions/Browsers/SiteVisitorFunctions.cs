using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using PersonalizationEngine.Core.Documents;
using PersonalizationEngine.Engine.Ingestion;
using PersonalizationEngine.Functions.Access;
using PersonalizationEngine.Functions.Http;
using PersonalizationEngine.Functions.Http.Idempotency;
using PersonalizationEngine.Functions.Http.Problems;
using PersonalizationEngine.Functions.OpenApi;
using PersonalizationEngine.Functions.OpenApi.Parameters;
using PersonalizationEngine.Functions.OpenApi.Writing;

namespace PersonalizationEngine.Functions.Browsers;

/// <summary>Who the visitor of a page is, as long as nobody has said, and once somebody has.</summary>
public sealed class SiteVisitorFunctions(SiteGate gate, PersonTokens tokens, LogVisitorIn login)
{
    private const string VisitorToken = "visitor_token";

    /// <summary>A token for a visitor without a name; with the visitor's token, a fresh one for the same visitor.</summary>
    [Function("SiteWelcomeVisitor")]
    [WithoutIdempotencyKey("a token is signed, not stored, and no answer with one is kept")]
    [ProvedBy(SecuritySchemes.PersonToken, IsOptional = true)]
    [FromPage]
    [AsksNothing]
    [Answers(StatusCodes.Status200OK, typeof(PersonTokenAnswer))]
    public Task<IResult> WelcomeAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", "options", Route = "site/v1/{siteKey}/visitor")] HttpRequest request,
        string siteKey) => gate.AnswerAsync(request, siteKey, caller => Task.FromResult<IResult>(caller switch
        {
            { IsVisitor: false } => ProblemAnswer.Forbidden("The token is a person's; the customer's server gives them the next one."),
            var known => PersonTokenAnswer.Of(tokens.ForVisitor(known?.UserId ?? VisitorIds.Next(), siteKey)),
        }));

    /// <summary>The visitor of the body's token has logged in as the person of the request's: their history is one from now on.</summary>
    [Function("SiteLogVisitorIn")]
    [ProvedBy(SecuritySchemes.PersonToken)]
    [FromPage]
    [Asks("VisitorLoginDocument")]
    [Answers(StatusCodes.Status204NoContent)]
    public Task<IResult> LogInAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", "options", Route = "site/v1/{siteKey}/login")] HttpRequest request,
        string siteKey,
        CancellationToken cancellationToken) => gate.AnswerPersonAsync(request, siteKey, caller => RequestDocument.AnswerAsync(
        request,
        async document =>
        {
            var reader = new DocumentReader(document);
            reader.RefuseUnknown(VisitorToken);
            if (caller.IsVisitor) reader.Fault("authorization", "must be a person's token: a visitor cannot log in as a visitor");
            var (visitor, refusal) = reader.Text(VisitorToken, PersonTokenAnswer.Longest, required: true) is { } token
                ? await tokens.ReadAsync(token, siteKey)
                : (null, null);
            if (refusal is not null) reader.Fault(VisitorToken, $"is refused: {refusal}");
            if (visitor is { IsVisitor: false }) reader.Fault(VisitorToken, "must be a visitor's token");
            if (reader.Faults.Count > 0) return ProblemAnswer.Invalid(reader.Faults);

            await login.RunAsync(caller.UserId, visitor!.Value.UserId, cancellationToken);
            return Results.NoContent();
        },
        cancellationToken));
}

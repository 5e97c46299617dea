using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using PersonalizationEngine.Core.Documents;
using PersonalizationEngine.Functions.Http;
using PersonalizationEngine.Functions.Http.Idempotency;
using PersonalizationEngine.Functions.Http.Problems;
using PersonalizationEngine.Functions.OpenApi;
using PersonalizationEngine.Functions.Settings;

namespace PersonalizationEngine.Functions.Access;

public sealed class MintPersonTokenFunction(PersonTokens tokens)
{
    /// <summary>A token for somebody's browser, asked for by the customer's server after they have logged in.</summary>
    [Function("MintPersonToken")]
    [WithoutIdempotencyKey("a token is signed, not stored, and no answer with one is kept")]
    [Asks("PersonTokenDocument")]
    [Answers(StatusCodes.Status200OK, typeof(PersonTokenAnswer))]
    public Task<IResult> RunAsync(
        [HttpTrigger(AuthorizationLevel.Function, "post", Route = "api/v1/person-tokens")] HttpRequest request,
        CancellationToken cancellationToken) => RequestDocument.AnswerAsync(
        request,
        document =>
        {
            var reader = new DocumentReader(document);
            reader.RefuseUnknown("user_id", "minutes", "site");
            var user = reader.Id("user_id", required: true);
            var minutes = reader.Integer("minutes", 1, (long)tokens.Rules.LongestToken.TotalMinutes);
            var site = reader.Text("site", AccessSettings.LongestKey);
            if (site is not null && tokens.Rules.Find(site) is null) reader.Fault("site", "is none of access.sites");
            return Task.FromResult(reader.Faults.Count > 0
                ? ProblemAnswer.Invalid(reader.Faults)
                : PersonTokenAnswer.Of(tokens.ForPerson(
                    user!, minutes is { } asked ? TimeSpan.FromMinutes(asked) : tokens.Rules.LongestToken, site)));
        },
        cancellationToken);
}

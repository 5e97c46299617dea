using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using PersonalizationEngine.Engine.Administration.Trying;
using PersonalizationEngine.Functions.Http;
using PersonalizationEngine.Functions.Http.Idempotency;
using PersonalizationEngine.Functions.Http.Problems;
using PersonalizationEngine.Functions.OpenApi;

namespace PersonalizationEngine.Functions.Admin.Rules.Trying;

public sealed class WhatIfFunction(TryDrafts drafts)
{
    /// <summary>Tries drafts on the people seen lately; nothing is stored.</summary>
    [Function("TryRuleDrafts")]
    [WithoutIdempotencyKey(WithoutIdempotencyKeyAttribute.ChangesNothing)]
    [Asks("WhatIfDocument")]
    [Answers(StatusCodes.Status200OK, typeof(WhatIfAnswer))]
    public Task<IResult> RunAsync(
        [HttpTrigger(AuthorizationLevel.Admin, "post", Route = "api/v1/admin/rules/what-if")] HttpRequest request,
        CancellationToken cancellationToken) => RequestDocument.AnswerAsync(
        request,
        async document =>
        {
            var tried = await drafts.RunAsync(document, cancellationToken);
            return tried.Succeeded
                ? new JsonAnswer<WhatIfAnswer>(WhatIfAnswer.Of(tried.Value), ApiJson.Default.WhatIfAnswer)
                : ProblemAnswer.Invalid(tried.Faults);
        },
        cancellationToken);
}

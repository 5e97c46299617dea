using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using PersonalizationEngine.Engine.Experiments.Planning;
using PersonalizationEngine.Functions.Http;
using PersonalizationEngine.Functions.Http.Idempotency;
using PersonalizationEngine.Functions.Http.Problems;
using PersonalizationEngine.Functions.OpenApi;

namespace PersonalizationEngine.Functions.Admin.Experiments.Planning;

public sealed class PlanFunction(PlanTrial plan)
{
    /// <summary>How many people and days an experiment would need, at the site's own traffic.</summary>
    [Function("PlanExperiment")]
    [WithoutIdempotencyKey(WithoutIdempotencyKeyAttribute.ChangesNothing)]
    [Asks("PlanDocument")]
    [Answers(StatusCodes.Status200OK, typeof(PlanAnswer))]
    public Task<IResult> RunAsync(
        [HttpTrigger(AuthorizationLevel.Admin, "post", Route = "api/v1/admin/experiments/power")] HttpRequest request,
        CancellationToken cancellationToken) => RequestDocument.AnswerAsync(
        request,
        async document =>
        {
            var (report, faults) = await plan.RunAsync(document, cancellationToken);
            return report is null
                ? ProblemAnswer.Invalid(faults)
                : new JsonAnswer<PlanAnswer>(PlanAnswer.Of(report), ApiJson.Default.PlanAnswer);
        },
        cancellationToken);
}

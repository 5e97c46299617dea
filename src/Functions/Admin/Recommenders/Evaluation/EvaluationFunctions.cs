using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using PersonalizationEngine.Core.Recommendations.Evaluation.OwnData;
using PersonalizationEngine.Engine.Recommendations.Evaluation;
using PersonalizationEngine.Functions.Http;
using PersonalizationEngine.Functions.Http.Idempotency;
using PersonalizationEngine.Functions.Http.Problems;
using PersonalizationEngine.Functions.OpenApi;

namespace PersonalizationEngine.Functions.Admin.Recommenders.Evaluation;

public sealed class EvaluationFunctions(EvaluateRecommender evaluate)
{
    private const string Route = "api/v1/admin/recommenders/embedded/evaluation";

    /// <summary>
    /// How good our recommender would have been on what it has learnt. Where there is too little to judge by, the answer says how
    /// much is needed.
    /// </summary>
    [Function("EvaluateRecommender")]
    [WithoutIdempotencyKey(WithoutIdempotencyKeyAttribute.ChangesNothing)]
    [Asks("EvaluationDocument", IsOptional = true)]
    [Answers(StatusCodes.Status200OK, typeof(EvaluationAnswer))]
    [Fails(StatusCodes.Status409Conflict)]
    public Task<IResult> EvaluateAsync(
        [HttpTrigger(AuthorizationLevel.Admin, "post", Route = Route)] HttpRequest request, CancellationToken cancellationToken) =>
        RequestDocument.AnswerAsync(
            request,
            document =>
            {
                var options = EvaluationOptions.Read(document);
                return options.Succeeded
                    ? EvaluateAsync(options.Value, cancellationToken)
                    : Task.FromResult(ProblemAnswer.Invalid(options.Faults));
            },
            cancellationToken,
            isOptional: true);

    /// <summary>The last result of this process.</summary>
    [Function("GetEvaluation")]
    [Answers(StatusCodes.Status200OK, typeof(EvaluationAnswer))]
    [Fails(StatusCodes.Status404NotFound)]
    public IResult Get([HttpTrigger(AuthorizationLevel.Admin, "get", Route = Route)] HttpRequest request) =>
        evaluate.Last is { } run
            ? Answer(run)
            : ProblemAnswer.NotFound("Nothing was evaluated since this process started.");

    /// <summary>Who leaves before the end finds the result by <see cref="Get"/>.</summary>
    private async Task<IResult> EvaluateAsync(OwnDataOptions options, CancellationToken cancellationToken) =>
        evaluate.TryStart(options) is { } running
            ? Answer(await running.WaitAsync(cancellationToken))
            : ProblemAnswer.Conflict("An evaluation is running already; its result will be under GET of this address.");

    private static JsonAnswer<EvaluationAnswer> Answer(EvaluationRun run) =>
        new(EvaluationAnswer.Of(run), ApiJson.Default.EvaluationAnswer);
}

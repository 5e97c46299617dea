using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using PersonalizationEngine.Engine.Scoring.Models.Backtesting;
using PersonalizationEngine.Functions.Http;
using PersonalizationEngine.Functions.Http.Idempotency;
using PersonalizationEngine.Functions.Http.Problems;
using PersonalizationEngine.Functions.OpenApi;
using PersonalizationEngine.Functions.OpenApi.Parameters;

namespace PersonalizationEngine.Functions.Admin.Scoring.Models.Backtesting;

[PathParameter("id", "The id it was given.", Type = typeof(long), Minimum = 1)]
public sealed class BacktestFunction(RunBacktest backtest)
{
    /// <summary>What a draft of a scoring model would have said over the last weeks, and who converted then. Nothing is stored.</summary>
    [Function("BacktestScoringModel")]
    [WithoutIdempotencyKey(WithoutIdempotencyKeyAttribute.ChangesNothing)]
    [Asks("BacktestDocument", IsOptional = true)]
    [Answers(StatusCodes.Status200OK, typeof(BacktestAnswer))]
    [Fails(StatusCodes.Status404NotFound)]
    public Task<IResult> RunAsync(
        [HttpTrigger(AuthorizationLevel.Admin, "post", Route = "api/v1/admin/scoring/models/{id}/backtest")] HttpRequest request, string id,
        CancellationToken cancellationToken)
    {
        var query = new QueryReader(request.Query);
        var number = query.Number("id", id);
        return query.HasErrors ? Task.FromResult(query.Refusal) : RequestDocument.AnswerAsync(
            request,
            async document => await backtest.RunAsync(number, document, cancellationToken) switch
            {
                null => ProblemAnswer.NotFound("Nothing has this id."),
                { Succeeded: true } report => new JsonAnswer<BacktestAnswer>(BacktestAnswer.Of(report.Value), ApiJson.Default.BacktestAnswer),
                var refused => ProblemAnswer.Invalid(refused.Faults),
            },
            cancellationToken,
            isOptional: true);
    }
}

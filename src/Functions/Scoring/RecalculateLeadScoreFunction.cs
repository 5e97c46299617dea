using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using PersonalizationEngine.Engine.Scoring;
using PersonalizationEngine.Functions.Http;
using PersonalizationEngine.Functions.OpenApi;

namespace PersonalizationEngine.Functions.Scoring;

public sealed class RecalculateLeadScoreFunction(RecalculateLeadScore recalculate)
{
    /// <summary>Scores a person from the sources, now, stores the score and shows its receipt.</summary>
    [Function("RecalculateLeadScore")]
    [AsksNothing]
    [Answers(StatusCodes.Status200OK, typeof(LeadScoreAnswer))]
    public async Task<IResult> RunAsync(
        [HttpTrigger(AuthorizationLevel.Function, "post", Route = "api/v1/lead-score/{userId}")] HttpRequest request,
        string userId,
        CancellationToken cancellationToken)
    {
        var query = new QueryReader(request.Query);
        var id = query.Id("user_id", userId);
        if (query.HasErrors) return query.Refusal;

        var calculated = await recalculate.RunAsync(id, cancellationToken);
        return new JsonAnswer<LeadScoreAnswer>(LeadScoreAnswer.Of(id, calculated), ApiJson.Default.LeadScoreAnswer);
    }
}

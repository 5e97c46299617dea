using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using PersonalizationEngine.Engine.Scoring;
using PersonalizationEngine.Engine.Scoring.Models;
using PersonalizationEngine.Functions.Http;
using PersonalizationEngine.Functions.Scoring.Models;

namespace PersonalizationEngine.Functions.Scoring;

public sealed class ReadLeadScoreFunction(ReadPlainScore plain, ScoreByModel byModel, LeadModels models)
{
    /// <summary>A person's score by a model, or by the settings, at any instant, with its receipt. Nothing is stored.</summary>
    [Function("ReadLeadScore")]
    public async Task<IResult> RunAsync(
        [HttpTrigger(AuthorizationLevel.Function, "get", Route = "api/v1/lead-score/{userId}")] HttpRequest request,
        string userId,
        CancellationToken cancellationToken)
    {
        var query = new QueryReader(request.Query);
        var id = query.Id("user_id", userId);
        var at = query.Instant("at");
        var chosen = await ChosenModel.ReadAsync(query, models, cancellationToken);
        if (query.HasErrors) return query.Refusal;

        if (chosen is null)
        {
            var reading = await plain.RunAsync(id, at, cancellationToken);
            return new JsonAnswer<PlainScoreAnswer>(PlainScoreAnswer.Of(id, reading), ApiJson.Default.PlainScoreAnswer);
        }

        var scored = await byModel.RunAsync(id, chosen, at, cancellationToken);
        return new JsonAnswer<ModelScoreAnswer>(ModelScoreAnswer.Of(id, chosen.Value.Key, scored), ApiJson.Default.ModelScoreAnswer);
    }
}

using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using PersonalizationEngine.Engine.Scoring.History;
using PersonalizationEngine.Engine.Scoring.Models;
using PersonalizationEngine.Functions.Http;
using PersonalizationEngine.Functions.Scoring.Models;

namespace PersonalizationEngine.Functions.Scoring.History;

/// <summary>How a person's scores went, and the thresholds they crossed; the latest first.</summary>
public sealed class ScoreHistoryFunctions(TellScoreHistory history, LeadModels models)
{
    private const string Route = "api/v1/lead-score/{userId}";
    private const int DefaultPage = 50, MaxPage = 200;

    [Function("ListLeadScores")]
    public async Task<IResult> ScoresAsync(
        [HttpTrigger(AuthorizationLevel.Function, "get", Route = Route + "/history")] HttpRequest request, string userId, CancellationToken cancellationToken)
    {
        var query = new QueryReader(request.Query);
        var id = query.Id("user_id", userId);
        var (before, limit) = (Before(query), query.Integer("limit", DefaultPage, 1, MaxPage));
        if (query.HasErrors) return query.Refusal;

        var found = await history.ScoresAsync(id, before, limit + 1, cancellationToken);
        return new JsonAnswer<Page<PastScoreAnswer>>(Page<PastScoreAnswer>.Of(found, limit, past => past.Id, PastScoreAnswer.Of), ApiJson.Default.PagePastScoreAnswer);
    }

    [Function("ListCrossings")]
    public async Task<IResult> CrossingsAsync(
        [HttpTrigger(AuthorizationLevel.Function, "get", Route = Route + "/crossings")] HttpRequest request, string userId, CancellationToken cancellationToken)
    {
        var query = new QueryReader(request.Query);
        var id = query.Id("user_id", userId);
        var model = await ChosenModel.ReadAsync(query, models, cancellationToken);
        var (before, limit) = (Before(query), query.Integer("limit", DefaultPage, 1, MaxPage));
        if (query.HasErrors) return query.Refusal;

        var found = await history.CrossingsAsync(id, model?.Id, before, limit + 1, cancellationToken);
        return new JsonAnswer<Page<CrossingAnswer>>(Page<CrossingAnswer>.Of(found, limit, past => past.Id, CrossingAnswer.Of), ApiJson.Default.PageCrossingAnswer);
    }

    private static long Before(QueryReader query) => Cursor.Read(query) is > 0 and var cursor ? cursor : long.MaxValue;
}

using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using PersonalizationEngine.Engine.Recommendations;
using PersonalizationEngine.Functions.Http;
using PersonalizationEngine.Functions.OpenApi;
using PersonalizationEngine.Functions.OpenApi.Parameters;
using PersonalizationEngine.Functions.Personalization.Lists;

namespace PersonalizationEngine.Functions.Personalization;

public sealed class RecommendFunction(RecommendItems recommend, ItemConditions conditions, ItemCatalogue catalogue)
{
    /// <summary>Items for a person, page by page; beside an item that is looked at, what goes with it.</summary>
    [Function("Recommend")]
    [Answers(StatusCodes.Status200OK, typeof(RecommendAnswer))]
    [ListOptions]
    public async Task<IResult> RunAsync(
        [HttpTrigger(AuthorizationLevel.Function, "get", Route = "api/v1/recommend/{userId}")] HttpRequest request,
        string userId,
        CancellationToken cancellationToken)
    {
        var query = new QueryReader(request.Query);
        var id = query.Id("user_id", userId);
        var asked = ListParameters.Read(query, conditions);
        if (query.HasErrors) return query.Refusal;

        var items = await recommend.RunAsync(id, asked, cancellationToken);
        return new JsonAnswer<RecommendAnswer>(RecommendAnswer.Of(id, items, catalogue), ApiJson.Default.RecommendAnswer);
    }
}

using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using PersonalizationEngine.Core.Profiles;
using PersonalizationEngine.Core.Recommendations;
using PersonalizationEngine.Engine.Recommendations;
using PersonalizationEngine.Functions.Http;

namespace PersonalizationEngine.Functions.Personalization;

public sealed class RecommendFunction(RecommendItems recommend, ItemCatalogue catalogue)
{
    private const int MaxOffset = 10_000, MaxCategories = 50, MaxCategoryLength = 100, MaxExcluded = 500;

    /// <summary>Items for a person, page by page; beside an item that is looked at, what goes with it.</summary>
    [Function("Recommend")]
    public async Task<IResult> RunAsync(
        [HttpTrigger(AuthorizationLevel.Function, "get", Route = "api/v1/recommend/{userId}")] HttpRequest request,
        string userId,
        CancellationToken cancellationToken)
    {
        var query = new QueryReader(request.Query);
        var id = query.Id("user_id", userId);
        var page = new PageRequest(
            query.Integer("n", 10, 1, RecommendationQuery.MaximumLimit),
            query.Integer("offset", 0, 0, MaxOffset),
            query.List("category", MaxCategories, MaxCategoryLength) ?? [],
            query.List("exclude", MaxExcluded, PersonId.MaxLength) ?? [],
            query.Text("current_item", PersonId.MaxLength));
        if (query.HasErrors) return query.Refusal;

        var items = await recommend.RunAsync(id, page, cancellationToken);
        return new JsonAnswer<RecommendAnswer>(RecommendAnswer.Of(items, catalogue), ApiJson.Default.RecommendAnswer);
    }
}

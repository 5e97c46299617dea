using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using PersonalizationEngine.Core.Profiles;
using PersonalizationEngine.Core.Recommendations;
using PersonalizationEngine.Engine.Recommendations;
using PersonalizationEngine.Functions.Http;
using PersonalizationEngine.Functions.Http.Problems;
using PersonalizationEngine.Functions.OpenApi;
using PersonalizationEngine.Functions.OpenApi.Parameters;

namespace PersonalizationEngine.Functions.Personalization.Lists;

/// <summary>Lists that need no person; one may be told, whose items are then left out.</summary>
public sealed class ItemListFunctions(ShowShelf show, ItemConditions conditions, ItemCatalogue catalogue)
{
    /// <summary>What goes with an item.</summary>
    [Function("ListSimilarItems")]
    [Answers(StatusCodes.Status200OK, typeof(ItemListAnswer))]
    [Fails(StatusCodes.Status404NotFound)]
    [PathParameter("itemId", "An item.", MaxLength = PersonId.MaxLength, Example = "item-7")]
    [QueryParameter("user_id", "Somebody whose own items are left out.", MaxLength = PersonId.MaxLength, Example = "u-42")]
    [QueryParameter("cold_start", "Whether an unknown item is answered with what is popular.", Type = typeof(bool), Default = false)]
    [ListOptions]
    public async Task<IResult> SimilarAsync(
        [HttpTrigger(AuthorizationLevel.Function, "get", Route = "api/v1/items/{itemId}/similar")] HttpRequest request,
        string itemId,
        CancellationToken cancellationToken)
    {
        var query = new QueryReader(request.Query);
        var item = query.Id("item_id", itemId);
        if (query.Has("current_item")) query.Fault("current_item", "must be left out: it is the item of the address");
        var takesUnknown = query.Flag("cold_start");
        var (asked, user) = Read(query);
        if (query.HasErrors) return query.Refusal;
        if (!takesUnknown && !show.Knows(item))
            return ProblemAnswer.NotFound($"No item {item} is in the catalogue, and nobody has met one. With cold_start=true an unknown item is answered with what is popular.");
        return await AnswerAsync(RecommendationShelf.Similar, user, item, asked with { CurrentItemId = item }, cancellationToken);
    }

    /// <summary>What many met in the last days.</summary>
    [Function("ListTrendingItems")]
    [Answers(StatusCodes.Status200OK, typeof(ItemListAnswer))]
    [QueryParameter("user_id", "Somebody whose own items are left out.", MaxLength = PersonId.MaxLength, Example = "u-42")]
    [ListOptions]
    public Task<IResult> TrendingAsync(
        [HttpTrigger(AuthorizationLevel.Function, "get", Route = "api/v1/trending")] HttpRequest request,
        CancellationToken cancellationToken) => AnswerAsync(RecommendationShelf.Trending, request, cancellationToken);

    /// <summary>What many met.</summary>
    [Function("ListPopularItems")]
    [Answers(StatusCodes.Status200OK, typeof(ItemListAnswer))]
    [QueryParameter("user_id", "Somebody whose own items are left out.", MaxLength = PersonId.MaxLength, Example = "u-42")]
    [ListOptions]
    public Task<IResult> PopularAsync(
        [HttpTrigger(AuthorizationLevel.Function, "get", Route = "api/v1/popular")] HttpRequest request,
        CancellationToken cancellationToken) => AnswerAsync(RecommendationShelf.Popular, request, cancellationToken);

    private async Task<IResult> AnswerAsync(RecommendationShelf shelf, HttpRequest request, CancellationToken cancellationToken)
    {
        var query = new QueryReader(request.Query);
        var (asked, user) = Read(query);
        return query.HasErrors ? query.Refusal : await AnswerAsync(shelf, user, null, asked, cancellationToken);
    }

    private async Task<IResult> AnswerAsync(
        RecommendationShelf shelf, string? user, string? item, RecommendationQuery asked, CancellationToken cancellationToken)
    {
        var found = await show.RunAsync(shelf, user, asked, cancellationToken);
        return new JsonAnswer<ItemListAnswer>(ItemListAnswer.Of(found, item, catalogue), ApiJson.Default.ItemListAnswer);
    }

    private (RecommendationQuery Asked, string? User) Read(QueryReader query)
    {
        var user = query.Text("user_id", PersonId.MaxLength);
        if (user is not null && !PersonId.IsValid(user)) query.Fault("user_id", PersonId.Accepted);
        return (ListParameters.Read(query, conditions), user);
    }
}

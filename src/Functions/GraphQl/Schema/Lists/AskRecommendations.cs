using GraphQL;
using PersonalizationEngine.Core.Recommendations;
using PersonalizationEngine.Engine.Recommendations;
using PersonalizationEngine.Functions.GraphQl.Errors;
using PersonalizationEngine.Functions.Http;
using PersonalizationEngine.Functions.Personalization;
using PersonalizationEngine.Functions.Personalization.Lists;

namespace PersonalizationEngine.Functions.GraphQl.Schema.Lists;

/// <summary>Lists of items, by the use cases of the REST endpoints.</summary>
internal sealed class AskRecommendations(RecommendItems recommend, ShowShelf show, ItemConditions conditions, ItemCatalogue catalogue)
{
    public async Task<object?> ForPersonAsync(IResolveFieldContext context, string userId)
    {
        if (Read(context) is not { } asked) return null;
        var found = await recommend.RunAsync(userId, asked, context.CancellationToken);
        return RecommendAnswer.Of(userId, found, catalogue);
    }

    /// <param name="itemId">Of <see cref="RecommendationShelf.Similar"/>.</param>
    public async Task<object?> ShelfAsync(IResolveFieldContext context, RecommendationShelf shelf, string? itemId = null)
    {
        var user = context.GetArgument<string?>("userId");
        if (user is not null) GraphIds.Check("userId", user);
        if (Read(context) is not { } asked) return null;
        if (itemId is not null)
        {
            GraphIds.Check("itemId", itemId);
            if (!show.Knows(itemId)) throw GraphFault.NotFound($"No item {itemId} is in the catalogue, and nobody has met one.");
            asked = asked with { CurrentItemId = itemId };
        }

        var found = await show.RunAsync(shelf, user, asked, context.CancellationToken);
        return ItemListAnswer.Of(found, itemId, catalogue);
    }

    /// <returns>Null when something is not accepted, which is told.</returns>
    private RecommendationQuery? Read(IResolveFieldContext context)
    {
        var query = new QueryReader(ListArgumentsOfItems.ToParameters(context));
        var asked = ListParameters.Read(query, conditions);
        if (!query.HasErrors) return asked;
        context.Report([.. query.Errors.Select(error => GraphFault.Of(error with { Field = ListArgumentsOfItems.ArgumentOf(error.Field) }))]);
        return null;
    }
}

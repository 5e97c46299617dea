using GraphQL;
using GraphQL.Types;
using PersonalizationEngine.Core.Recommendations;
using PersonalizationEngine.Functions.GraphQl.Limits;
using PersonalizationEngine.Functions.GraphQl.Schema.Answers;
using PersonalizationEngine.Functions.GraphQl.Schema.Lists;
using PersonalizationEngine.Functions.Personalization;
using PersonalizationEngine.Functions.Personalization.Lists;

namespace PersonalizationEngine.Functions.GraphQl.Schema.Queries;

/// <summary>Lists of items.</summary>
internal sealed class ItemQueries(AskRecommendations recommendations)
{
    private const double WorkOfList = 10;

    public void AddTo(ObjectGraphType query)
    {
        query.Field<AnswerType<RecommendAnswer>>("recommendations").Description("Items for a person, page by page.")
            .Argument<NonNullGraphType<IdGraphType>>("userId").ListArguments().CostsEach("n", 10, WorkOfList)
            .ResolveAsync(context => recommendations.ForPersonAsync(context, GraphIds.Person(context)));
        AddShelf(query, "similar", "What goes with an item.", RecommendationShelf.Similar);
        AddShelf(query, "popular", "What many met.", RecommendationShelf.Popular);
        AddShelf(query, "trending", "What many met in the last days.", RecommendationShelf.Trending);
    }

    private void AddShelf(ObjectGraphType query, string name, string description, RecommendationShelf shelf)
    {
        var field = query.Field<AnswerType<ItemListAnswer>>(name).Description(description);
        if (shelf == RecommendationShelf.Similar) field.Argument<NonNullGraphType<IdGraphType>>("itemId");
        field.Argument<IdGraphType>("userId", "Whose items are left out; nobody's when left out.").ListArguments().CostsEach("n", 10, WorkOfList)
            .ResolveAsync(context => recommendations.ShelfAsync(
                context, shelf, shelf == RecommendationShelf.Similar ? context.GetArgument<string>("itemId") : null));
    }
}

using System.Globalization;
using GraphQL.Types;
using PersonalizationEngine.Engine.Administration;
using PersonalizationEngine.Functions.GraphQl.Access;
using PersonalizationEngine.Functions.GraphQl.Limits;
using PersonalizationEngine.Functions.GraphQl.Schema.Lists;

namespace PersonalizationEngine.Functions.GraphQl.Schema.Definitions;

/// <summary>Reading one kind of definition: a list of them and one by its id.</summary>
internal static class DefinitionLists
{
    public static void AddDefinitions<T, TAnswer, TType>(
        this ObjectGraphType query, string many, string one, string what, DefinitionDesk<T> desk, Func<Stored<T>, TAnswer> show, GraphQlLimits limits)
        where T : class
        where TAnswer : class
        where TType : IGraphType
    {
        query.Field<ConnectionType<TAnswer, TType>>(many).Description($"{what}, by id.").Needs(KeyLevel.Admin).Connection(limits)
            .ResolveAsync(async context =>
            {
                var (first, after) = (PageArguments.First(context, limits), PageArguments.AfterNumber(context));
                var found = await desk.ListAsync(after, first + 1, context.CancellationToken);
                return ConnectionSource<TAnswer>.Of(
                    found, first, after > 0, stored => GraphCursor.Of(stored.Id.ToString(CultureInfo.InvariantCulture)), show);
            });
        query.Field<TType>(one).Description("Null when nothing has this id.").Needs(KeyLevel.Admin)
            .Argument<NonNullGraphType<IdGraphType>>("id")
            .ResolveAsync(async context =>
                await desk.FindAsync(GraphIds.Number(context), context.CancellationToken) is { } stored ? show(stored) : null);
    }
}

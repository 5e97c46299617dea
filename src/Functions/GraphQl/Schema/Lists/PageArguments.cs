using System.Globalization;
using GraphQL;
using GraphQL.Builders;
using GraphQL.Types;
using PersonalizationEngine.Functions.GraphQl.Errors;
using PersonalizationEngine.Functions.GraphQl.Limits;

namespace PersonalizationEngine.Functions.GraphQl.Schema.Lists;

/// <summary>How much of a list is asked for, and from where.</summary>
internal static class PageArguments
{
    public const int Usual = 20;

    /// <param name="usual">How many there are where nothing is said.</param>
    public static FieldBuilder<TSource, TReturn> Page<TSource, TReturn>(this FieldBuilder<TSource, TReturn> field, GraphQlLimits limits, int usual = Usual) =>
        field.Argument<IntGraphType>("first", argument =>
        {
            argument.Description = string.Create(CultureInfo.InvariantCulture, $"How many, 1 to {limits.MaxPageSize}.");
            argument.DefaultValue = Math.Min(usual, limits.MaxPageSize);
        }).CostsEach("first", usual);

    public static FieldBuilder<TSource, TReturn> Connection<TSource, TReturn>(this FieldBuilder<TSource, TReturn> field, GraphQlLimits limits) =>
        field.Page(limits).Argument<StringGraphType>("after", "The endCursor of the page before.");

    /// <exception cref="GraphFault">It is not accepted.</exception>
    public static int First(IResolveFieldContext context, GraphQlLimits limits, int usual = Usual) =>
        Integer(context, "first", Math.Min(usual, limits.MaxPageSize), 1, limits.MaxPageSize);

    /// <exception cref="GraphFault">It is not accepted.</exception>
    public static int Integer(IResolveFieldContext context, string name, int fallback, int min, int max)
    {
        var value = context.GetArgument<int?>(name) ?? fallback;
        return value >= min && value <= max ? value : throw GraphFault.BadInput(name, $"must be a whole number from {min} to {max}");
    }

    /// <summary>What a cursor of ours says; null for the first page.</summary>
    /// <exception cref="GraphFault">It is none of ours.</exception>
    public static string? After(IResolveFieldContext context)
    {
        if (context.GetArgument<string?>("after") is not { } after) return null;
        return GraphCursor.Read(after) ?? throw GraphFault.BadInput("after", "must be an endCursor or a cursor of an earlier answer");
    }

    /// <summary>The number a cursor of ours says; 0 for the first page.</summary>
    /// <exception cref="GraphFault">It is none of ours.</exception>
    public static long AfterNumber(IResolveFieldContext context)
    {
        if (After(context) is not { } text) return 0;
        return long.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number)
            ? number
            : throw GraphFault.BadInput("after", "must be a cursor of the same list");
    }
}

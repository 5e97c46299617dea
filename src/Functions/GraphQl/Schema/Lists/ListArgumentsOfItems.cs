using System.Collections;
using System.Globalization;
using System.Text.Json;
using GraphQL;
using GraphQL.Builders;
using GraphQL.Types;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Primitives;
using PersonalizationEngine.Functions.GraphQl.Schema.Answers;
using PersonalizationEngine.Functions.GraphQl.Schema.Scalars;
using PersonalizationEngine.Functions.Personalization.Lists;

namespace PersonalizationEngine.Functions.GraphQl.Schema.Lists;

/// <summary>
/// What every list of items can be asked for. The arguments become the parameters of the REST endpoints and are read by what
/// reads those: same ranges, same words.
/// </summary>
internal static class ListArgumentsOfItems
{
    private static readonly (string Argument, string Parameter)[] Names =
    [
        ("n", "n"), ("offset", "offset"), ("categories", "category"), ("categoryMatch", "category_match"), ("exclude", "exclude"),
        ("leaveOut", "leave_out"), ("currentItem", "current_item"), ("filter", "filter"), ("boost", "boost"), ("pin", "pin"),
        ("perCategory", "per_category"), ("diversity", "diversity"),
    ];

    public static FieldBuilder<TSource, TReturn> ListArguments<TSource, TReturn>(this FieldBuilder<TSource, TReturn> field) => field
        .Argument<IntGraphType>("n", "How many, 1 to 100. Default 10.")
        .Argument<IntGraphType>("offset", $"Where the page begins, 0 to {ListLimits.MaxOffset}. Default 0.")
        .Argument<ListGraphType<NonNullGraphType<StringGraphType>>>("categories", $"Only items of these, at most {ListLimits.MaxCategories}.")
        .Argument<CategoryMatchEnum>("categoryMatch", "Default ANY.")
        .Argument<ListGraphType<NonNullGraphType<IdGraphType>>>("exclude", $"Items to leave out, at most {ListLimits.MaxExcluded}.")
        .Argument<LeaveOutEnum>("leaveOut", "Whose items to leave out. Default SEEN.")
        .Argument<IdGraphType>("currentItem", "The item that is looked at.")
        .Argument<JsonType>("filter", "A condition items must meet.")
        .Argument<JsonType>("boost", $"A factor for items that meet a condition, or a list of at most {ListLimits.MaxBoosts}.")
        .Argument<ListGraphType<NonNullGraphType<IdGraphType>>>("pin", $"Items for the first places, at most {ListLimits.MaxPinned}.")
        .Argument<IntGraphType>("perCategory", "Most items of a category, 1 to 100.")
        .Argument<FloatGraphType>("diversity", "0 (by score alone) to 1.");

    public static QueryCollection ToParameters(IResolveFieldContext context)
    {
        var parameters = new Dictionary<string, StringValues>(StringComparer.Ordinal);
        foreach (var (argument, parameter) in Names)
            if (context.GetArgument<object?>(argument) is { } value) parameters[parameter] = TextOf(value);
        return new QueryCollection(parameters);
    }

    /// <summary>The argument that a parameter comes from.</summary>
    public static string ArgumentOf(string parameter) =>
        Array.Find(Names, name => name.Parameter == parameter).Argument ?? parameter;

    private static StringValues TextOf(object value) => value switch
    {
        string text => text,
        JsonElement json => json.GetRawText(),
        IEnumerable list => new StringValues([.. list.Cast<object>().Select(one => Convert.ToString(one, CultureInfo.InvariantCulture))]),
        _ => Convert.ToString(value, CultureInfo.InvariantCulture),
    };
}

using GraphQL;

namespace PersonalizationEngine.Functions.GraphQl.Schema.Mutations;

/// <summary>The version a change was made from, as If-Match tells it over REST.</summary>
internal static class Versions
{
    public const string Description = "The version the change was made from: with another one there it is refused. Left out, it takes whatever is there.";

    public static int? Of(IResolveFieldContext context) => context.GetArgument<int?>("ifVersion");
}

using System.Globalization;
using GraphQL;
using PersonalizationEngine.Core.Profiles;
using PersonalizationEngine.Functions.GraphQl.Errors;

namespace PersonalizationEngine.Functions.GraphQl.Schema;

/// <summary>Ids as arguments.</summary>
internal static class GraphIds
{
    /// <exception cref="GraphFault">It cannot be the id of anybody or anything.</exception>
    public static string Check(string argument, string id) => PersonId.IsValid(id) ? id : throw GraphFault.BadInput(argument, PersonId.Accepted);

    /// <summary>The id of somebody whom the caller may ask about.</summary>
    /// <exception cref="GraphFault">It is nobody's, or not theirs to ask about.</exception>
    public static string Person(IResolveFieldContext context, string argument = "userId")
    {
        var id = Check(argument, context.GetArgument<string>(argument));
        return GraphContext.Of(context.UserContext).Caller.MayRead(id) ? id : throw GraphFault.Forbidden($"{argument} is somebody else's.");
    }

    /// <summary>The id of a definition.</summary>
    /// <exception cref="GraphFault">It is none.</exception>
    public static long Number(IResolveFieldContext context, string argument = "id") =>
        long.TryParse(context.GetArgument<string>(argument), NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number > 0
            ? number
            : throw GraphFault.BadInput(argument, "must be a whole number from 1");
}

using GraphQL;
using PersonalizationEngine.Engine.Administration;
using PersonalizationEngine.Functions.GraphQl.Errors;

namespace PersonalizationEngine.Functions.GraphQl.Schema.Mutations;

/// <summary>What became of a change of a definition, as the value of a mutation or its errors.</summary>
internal static class ChangeOutcome
{
    /// <param name="change">Is given the name of the key.</param>
    public static async Task<object?> OfAsync<T>(
        IResolveFieldContext context, Func<string, Task<Change<T>>> change, Func<Stored<T>, object> show, string argument)
        where T : class
    {
        var by = await GraphContext.Of(context.UserContext).Caller.EditorAsync(context.CancellationToken);
        switch (await change(by))
        {
            case Change<T>.Done done: return show(done.Definition);
            case Change<T>.Removed: return context.GetArgument<string>("id");
            case Change<T>.Invalid invalid:
                context.Report([.. invalid.Faults.Select(fault => GraphFault.InDocument(argument, fault))]);
                return null;
            case Change<T>.Outdated outdated: throw GraphFault.Outdated(outdated.Version);
            case Change<T>.Refused refused: throw GraphFault.Conflict(refused.Reason);
            default: throw GraphFault.NotFound("Nothing has this id.");
        }
    }
}

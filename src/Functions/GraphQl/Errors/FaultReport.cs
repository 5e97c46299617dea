using GraphQL;
using GraphQLParser;

namespace PersonalizationEngine.Functions.GraphQl.Errors;

internal static class FaultReport
{
    /// <summary>Tells everything that is wrong with what a field was given; one that is thrown would be the only one told.</summary>
    public static void Report(this IResolveFieldContext context, params ReadOnlySpan<GraphFault> faults)
    {
        foreach (var fault in faults)
        {
            fault.Path = context.ResponsePath;
            fault.AddLocation(Location.FromLinearPosition(context.Document.Source, context.FieldAst.Location.Start));
            context.Errors.Add(fault);
        }
    }
}

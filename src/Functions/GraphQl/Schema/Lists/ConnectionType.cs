using GraphQL;
using GraphQL.Types;
using PersonalizationEngine.Functions.GraphQl.Schema.Answers;

namespace PersonalizationEngine.Functions.GraphQl.Schema.Lists;

/// <summary>A page of a list as Relay has it. Pages go forward only.</summary>
internal sealed class ConnectionType<T, TNode> : ObjectGraphType<ConnectionSource<T>>
    where TNode : IGraphType
{
    public ConnectionType()
    {
        Name = $"{AnswerNames.Of(typeof(T))}Connection";
        Description = "A page of a list.";
        // How many there are is told where the page is asked for, and counts for all below it.
        Field<NonNullGraphType<ListGraphType<NonNullGraphType<EdgeType<T, TNode>>>>>("edges").WithComplexityImpact(0, 1)
            .Resolve(context => context.Source.Edges);
        Field<NonNullGraphType<ListGraphType<NonNullGraphType<TNode>>>>("nodes").Description("The entries without their cursors.")
            .WithComplexityImpact(1, 1).Resolve(context => context.Source.Edges.Select(edge => edge.Node));
        Field<NonNullGraphType<PageInfoType>>("pageInfo").WithComplexityImpact(0, 1).Resolve(context => new PageInfoSource(
            context.Source.HasMore, context.Source.HasBefore,
            context.Source.Edges.Count > 0 ? context.Source.Edges[0].Cursor : null, context.Source.Edges.Count > 0 ? context.Source.Edges[^1].Cursor : null));
    }
}

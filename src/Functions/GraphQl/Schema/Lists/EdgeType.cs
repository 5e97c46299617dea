using GraphQL.Types;
using PersonalizationEngine.Functions.GraphQl.Schema.Answers;

namespace PersonalizationEngine.Functions.GraphQl.Schema.Lists;

internal sealed class EdgeType<T, TNode> : ObjectGraphType<EdgeSource<T>>
    where TNode : IGraphType
{
    public EdgeType()
    {
        Name = $"{AnswerNames.Of(typeof(T))}Edge";
        Description = "An entry of a page and its place.";
        Field<NonNullGraphType<StringGraphType>>("cursor").Description("Give it as after, and the page begins behind this entry.")
            .Resolve(context => context.Source.Cursor);
        Field<NonNullGraphType<TNode>>("node").Resolve(context => context.Source.Node);
    }
}

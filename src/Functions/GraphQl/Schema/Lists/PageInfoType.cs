using GraphQL.Types;

namespace PersonalizationEngine.Functions.GraphQl.Schema.Lists;

internal sealed class PageInfoType : ObjectGraphType<PageInfoSource>
{
    public PageInfoType()
    {
        Name = "PageInfo";
        Description = "Where a page stands in its list.";
        Field<NonNullGraphType<BooleanGraphType>>("hasNextPage").Resolve(context => context.Source.HasNextPage);
        Field<NonNullGraphType<BooleanGraphType>>("hasPreviousPage").Description("Whether the page was asked for behind another.")
            .Resolve(context => context.Source.HasPreviousPage);
        Field<StringGraphType>("startCursor").Resolve(context => context.Source.StartCursor);
        Field<StringGraphType>("endCursor").Description("Give it as after for the next page.").Resolve(context => context.Source.EndCursor);
    }
}

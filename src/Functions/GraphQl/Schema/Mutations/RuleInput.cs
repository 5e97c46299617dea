using GraphQL.Types;
using PersonalizationEngine.Functions.GraphQl.Schema.Scalars;

namespace PersonalizationEngine.Functions.GraphQl.Schema.Mutations;

/// <summary>A content rule as it is sent.</summary>
internal sealed class RuleInput : DocumentInput
{
    public RuleInput()
    {
        Name = "RuleInput";
        Description = "A content rule. What is left out has its default, in a replacement as well.";
        Field<NonNullGraphType<StringGraphType>>("name");
        Field<StringGraphType>("description");
        Field<IntGraphType>("priority");
        Field<BooleanGraphType>("active");
        Field<NonNullGraphType<JsonType>>("conditions").Description("See docs/rules.md.");
        Field<NonNullGraphType<JsonType>>("actions").Description("See docs/rules.md.");
        Field<DateTimeOffsetGraphType>("startDate");
        Field<DateTimeOffsetGraphType>("endDate");
        Field<FloatGraphType>("holdout").Description("Share of people held out of it, 0 to 0.5.");
        Field<StringGraphType>("comment").Description("Why, for the history.");
    }
}

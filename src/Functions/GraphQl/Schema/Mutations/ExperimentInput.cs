using GraphQL.Types;
using PersonalizationEngine.Functions.GraphQl.Schema.Answers;
using PersonalizationEngine.Functions.GraphQl.Schema.Scalars;

namespace PersonalizationEngine.Functions.GraphQl.Schema.Mutations;

/// <summary>An experiment as it is sent.</summary>
internal sealed class ExperimentInput : DocumentInput
{
    public ExperimentInput()
    {
        Name = "ExperimentInput";
        Description = "An experiment. What is left out has its default, in a replacement as well. See docs/experiments.md.";
        Field<NonNullGraphType<StringGraphType>>("key");
        Field<NonNullGraphType<StringGraphType>>("name");
        Field<StringGraphType>("description");
        Field<ExperimentStatusEnum>("status");
        Field<NonNullGraphType<ListGraphType<NonNullGraphType<VariantInput>>>>("variants");
        Field<FloatGraphType>("trafficAllocation").Description("Share of people who take part, 0 to 1.");
        Field<StringGraphType>("seed");
        Field<IntGraphType>("hashVersion");
        Field<JsonType>("condition").Description("Whom it is for.");
        Field<DateTimeOffsetGraphType>("startDate");
        Field<DateTimeOffsetGraphType>("endDate");
        Field<StringGraphType>("type");
        Field<StringGraphType>("hashAttribute");
        Field<StringGraphType>("fallbackAttribute");
        Field<JsonType>("filters");
        Field<JsonType>("namespace");
        Field<JsonType>("prerequisites");
        Field<JsonType>("forced").Description("People by variant.");
        Field<BooleanGraphType>("sticky");
        Field<IntGraphType>("bucketVersion");
        Field<IntGraphType>("minBucketVersion");
        Field<BooleanGraphType>("ignoreHoldout");
        Field<StringGraphType>("releasedVariant");
        Field<JsonType>("metrics");
        Field<StringGraphType>("allocation");
        Field<StringGraphType>("comment").Description("Why, for the history.");
    }
}

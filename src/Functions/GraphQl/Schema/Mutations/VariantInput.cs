using GraphQL.Types;

namespace PersonalizationEngine.Functions.GraphQl.Schema.Mutations;

/// <summary>A variant as it is sent.</summary>
internal sealed class VariantInput : DocumentInput
{
    public VariantInput()
    {
        Name = "VariantInput";
        Description = "A variant of an experiment.";
        Field<NonNullGraphType<StringGraphType>>("key");
        Field<StringGraphType>("name");
        Field<FloatGraphType>("weight").Description("Share of those who take part; all weights sum to 1.");
        Field<StringGraphType>("recommender").Description("Whose list its people get.");
    }
}

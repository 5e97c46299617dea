namespace PersonalizationEngine.Functions.GraphQl.Schema.Answers;

internal sealed class CategoryMatchEnum() : WireEnum(
    "CategoryMatch", "Whether an item needs any of the categories or all.",
    "any", "all");

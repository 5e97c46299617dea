using PersonalizationEngine.Core.Profiles;
using PersonalizationEngine.Core.Recommendations;
using PersonalizationEngine.Functions.Personalization.Lists;

namespace PersonalizationEngine.Functions.OpenApi.Parameters;

/// <summary>What every list of items can be asked for, as <see cref="ListParameters"/> reads it.</summary>
internal sealed class ListOptionsAttribute : ParameterGroupAttribute
{
    public override IReadOnlyList<ParameterAttribute> Parameters { get; } =
    [
        new QueryParameterAttribute("n", "How many items.") { Type = typeof(int), Minimum = 1, Maximum = RecommendationQuery.MaximumLimit, Default = 10 },
        new QueryParameterAttribute("offset", "How many to pass over first.") { Type = typeof(int), Minimum = 0, Maximum = ListLimits.MaxOffset, Default = 0 },
        new QueryParameterAttribute("category", "Only items of one of these categories.") { MaxCount = ListLimits.MaxCategories, MaxLength = ListLimits.MaxCategoryLength, Example = "shoes" },
        new QueryParameterAttribute("category_match", "Whether one of the categories is enough.") { Choices = ListLimits.Matches, Default = "any" },
        new QueryParameterAttribute("exclude", "Ids of items to leave out.") { MaxCount = ListLimits.MaxExcluded, MaxLength = PersonId.MaxLength, Example = "item-3,item-4" },
        new QueryParameterAttribute("leave_out", "Items of the person's own to leave out.") { Choices = ListLimits.LeaveOuts, Default = "seen" },
        new QueryParameterAttribute("exclude_seen", "The older name: true for leave_out=seen, false for leave_out=none.") { Type = typeof(bool) },
        new QueryParameterAttribute("current_item", "The item that is looked at: what goes with it comes first.") { MaxLength = PersonId.MaxLength },
        new QueryParameterAttribute("filter", "A condition on items, as JSON.") { MaxLength = ListLimits.MaxConditionLength, Json = "ItemCondition", Example = """{"price":{"$lt":100}}""" },
        new QueryParameterAttribute("boost", "As JSON, one {\"where\": condition, \"factor\": 0.1 to 10} or a list of at most 20.")
        {
            MaxLength = ListLimits.MaxConditionLength,
            Json = "Boosts",
            Example = """{"where":{"brand":"Acme"},"factor":2}""",
        },
        new QueryParameterAttribute("pin", "Items for the first places.") { MaxCount = ListLimits.MaxPinned, MaxLength = PersonId.MaxLength, Example = "item-7" },
        new QueryParameterAttribute("pin.", "An item for one place, as in pin.3=item-7 for the third.") { IsPrefix = true, MaxLength = PersonId.MaxLength, Example = "pin.3=item-7" },
        new QueryParameterAttribute("per_category", "Most items of one category.") { Type = typeof(int), Minimum = 1, Maximum = RecommendationQuery.MaximumLimit },
        new QueryParameterAttribute("diversity", "0 for the best items, 1 for the most unlike ones.") { Type = typeof(double), Minimum = 0, Maximum = 1, Default = 0 },
    ];
}

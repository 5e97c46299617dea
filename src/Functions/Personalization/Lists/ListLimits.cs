namespace PersonalizationEngine.Functions.Personalization.Lists;

/// <summary>What a question for a list may hold, in the address or in a body.</summary>
internal static class ListLimits
{
    public const int MaxOffset = 10_000, MaxCategories = 50, MaxCategoryLength = 100, MaxExcluded = 500;
    public const int MaxConditionLength = 4096, MaxBoosts = 20, MaxPinned = 20, MaxSessionItems = 200, MaxEvents = 200;

    public static readonly string[] Matches = ["any", "all"];

    /// <summary>In the order of <see cref="Core.Recommendations.LeaveOut"/>.</summary>
    public static readonly string[] LeaveOuts = ["none", "bought", "seen"];
}

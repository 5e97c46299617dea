using System.Globalization;
using System.Text.Json;
using PersonalizationEngine.Core.Documents;
using PersonalizationEngine.Core.Profiles;
using PersonalizationEngine.Core.Recommendations;
using PersonalizationEngine.Engine.Recommendations;
using PersonalizationEngine.Functions.Http;

namespace PersonalizationEngine.Functions.Personalization.Lists;

/// <summary>Reads what every list can be asked for out of query parameters. Person and instant are for the use case to fill in.</summary>
internal static class ListParameters
{
    private const string PinPrefix = "pin.";

    private static readonly JsonElement Nothing = JsonElement.Parse("{}");

    public static RecommendationQuery Read(QueryReader query, ItemConditions conditions)
    {
        var filter = new DocumentReader(query.Json("filter", ListLimits.MaxConditionLength) ?? Nothing);
        var boost = new DocumentReader(query.Json("boost", ListLimits.MaxConditionLength) ?? Nothing);
        var asked = new RecommendationQuery
        {
            Instant = default,
            Limit = query.Integer("n", 10, 1, RecommendationQuery.MaximumLimit),
            Offset = query.Integer("offset", 0, 0, ListLimits.MaxOffset),
            Categories = query.List("category", ListLimits.MaxCategories, ListLimits.MaxCategoryLength) ?? [],
            CategoryMatch = (CategoryMatch)Array.IndexOf(ListLimits.Matches, query.OneOf("category_match", "any", ListLimits.Matches)),
            ExcludeIds = query.List("exclude", ListLimits.MaxExcluded, PersonId.MaxLength) ?? [],
            CurrentItemId = query.Text("current_item", PersonId.MaxLength),
            LeaveOut = ReadLeaveOut(query),
            Filter = ListParts.Filter(filter, conditions),
            Boosts = ListParts.Boosts(boost, conditions),
            Pinned = ReadPinned(query),
            PerCategory = query.Has("per_category") ? query.Integer("per_category", 1, 1, RecommendationQuery.MaximumLimit) : null,
            Diversity = query.Decimal("diversity", 0, 0, 1),
        };
        query.Faults(filter);
        query.Faults(boost);
        return asked;
    }

    private static LeaveOut ReadLeaveOut(QueryReader query)
    {
        var told = (LeaveOut)Array.IndexOf(ListLimits.LeaveOuts, query.OneOf("leave_out", "seen", ListLimits.LeaveOuts));
        if (!query.Has("exclude_seen")) return told;
        var excludesSeen = query.Flag("exclude_seen");
        if (query.Has("leave_out") && excludesSeen != (told == LeaveOut.Seen)) query.Fault("exclude_seen", "must agree with leave_out, or be left out");
        return excludesSeen ? LeaveOut.Seen : query.Has("leave_out") ? told : LeaveOut.Nothing;
    }

    /// <summary><c>pin=a,b</c> for the first places, <c>pin.3=c</c> for the third.</summary>
    private static List<PinnedItem> ReadPinned(QueryReader query)
    {
        List<PinnedItem> pinned = [];
        foreach (var name in query.Names(PinPrefix))
        {
            var isPlace = int.TryParse(name.AsSpan(PinPrefix.Length), NumberStyles.None, CultureInfo.InvariantCulture, out var place)
                && place is >= 1 and <= PinnedItem.LastPosition;
            if (!isPlace) query.Fault(name.Length > 20 ? name[..20] : name, $"must be pin. and a place from 1 to {PinnedItem.LastPosition}");
            else if (query.Text(name, PersonId.MaxLength) is { } item) pinned.Add(new PinnedItem(item, place));
        }

        foreach (var item in query.List("pin", ListLimits.MaxPinned, PersonId.MaxLength) ?? []) pinned.Add(new PinnedItem(item));
        if (pinned.Count > ListLimits.MaxPinned) query.Fault("pin", $"must be at most {ListLimits.MaxPinned} items");
        return pinned;
    }
}

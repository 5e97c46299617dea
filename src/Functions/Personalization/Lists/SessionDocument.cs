using System.Text.Json;
using PersonalizationEngine.Core.Documents;
using PersonalizationEngine.Core.Profiles;
using PersonalizationEngine.Core.Recommendations;
using PersonalizationEngine.Engine.Recommendations;

namespace PersonalizationEngine.Functions.Personalization.Lists;

/// <summary>
/// Reads a question for nobody in particular: what they did in this session, and what every list can be asked for.
/// </summary>
internal sealed class SessionDocument(ItemConditions conditions, InteractionWeights weights)
{
    public Parsed<RecommendationQuery> Read(JsonElement json)
    {
        var reader = new DocumentReader(json);
        reader.RefuseUnknown(
            "session_items", "events", "current_item", "n", "offset", "category", "category_match", "exclude", "leave_out", "exclude_seen",
            "filter", "boost", "pin", "per_category", "diversity");
        var leaveOut = ReadLeaveOut(reader);
        var events = reader.Children("events", 0, ListLimits.MaxEvents).Select(ReadEvent).OfType<ItemActivity>().ToList();
        var bought = leaveOut == LeaveOut.Bought ? events.Where(done => weights.IsPurchase(done.Type, done.Name)).Select(done => done.ItemId) : [];
        var match = reader.OneOf("category_match", ListLimits.Matches);
        var query = new RecommendationQuery
        {
            Instant = default,
            SessionItemIds =
            [
                .. Ids(reader, "session_items", ListLimits.MaxSessionItems),
                .. events.Where(done => weights.WeightOf(done.Type, done.Name) > 0).OrderBy(done => done.At).Select(done => done.ItemId),
            ],
            CurrentItemId = reader.Id("current_item"),
            Limit = (int?)reader.Integer("n", 1, RecommendationQuery.MaximumLimit) ?? 10,
            Offset = (int?)reader.Integer("offset", 0, ListLimits.MaxOffset) ?? 0,
            Categories = reader.Texts("category", ListLimits.MaxCategories, ListLimits.MaxCategoryLength) ?? [],
            CategoryMatch = match == "all" ? CategoryMatch.All : CategoryMatch.Any,
            ExcludeIds = [.. Ids(reader, "exclude", ListLimits.MaxExcluded), .. bought],
            LeaveOut = leaveOut,
            Filter = ListParts.Filter(reader, conditions),
            Boosts = ListParts.Boosts(reader, conditions),
            Pinned = ListParts.Pinned(reader),
            PerCategory = (int?)reader.Integer("per_category", 1, RecommendationQuery.MaximumLimit),
            Diversity = reader.Number("diversity", 0, 1) ?? 0,
        };
        return Parsed.From(reader, () => query);
    }

    private static IReadOnlyList<string> Ids(DocumentReader reader, string name, int maxCount) =>
        reader.Texts(name, maxCount, PersonId.MaxLength) ?? [];

    private static LeaveOut ReadLeaveOut(DocumentReader reader)
    {
        var told = reader.OneOf("leave_out", ListLimits.LeaveOuts);
        var excludesSeen = reader.Flag("exclude_seen");
        if (told is not null && excludesSeen is not null && excludesSeen != (told == "seen"))
            reader.Fault("exclude_seen", "must agree with leave_out, or be left out");
        if (told is not null) return (LeaveOut)Array.IndexOf(ListLimits.LeaveOuts, told);
        return excludesSeen ?? true ? LeaveOut.Seen : LeaveOut.Nothing;
    }

    /// <summary>Without a time an event happened before those that have one, in the order given.</summary>
    private static ItemActivity? ReadEvent(DocumentReader reader)
    {
        const int MaxTypeLength = 40, MaxNameLength = 256;
        reader.RefuseUnknown("item_id", "type", "event_name", "timestamp");
        var item = reader.Id("item_id", required: true);
        var type = reader.Text("type", MaxTypeLength) ?? ActivityTypes.PageView;
        var name = reader.Text("event_name", MaxNameLength);
        var at = reader.Instant("timestamp") ?? DateTimeOffset.UnixEpoch;
        return item is null ? null : new ItemActivity("", item, null, type, at, name);
    }
}

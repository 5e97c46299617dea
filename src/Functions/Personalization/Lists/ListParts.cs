using System.Text.Json;
using PersonalizationEngine.Core.Documents;
using PersonalizationEngine.Core.Recommendations;
using PersonalizationEngine.Core.Rules;
using PersonalizationEngine.Engine.Recommendations;

namespace PersonalizationEngine.Functions.Personalization.Lists;

/// <summary>Reads the parts of a question that are JSON wherever they stand.</summary>
internal static class ListParts
{
    public static ItemCondition? Filter(DocumentReader reader, ItemConditions conditions) =>
        ConditionDocument.Read(reader, "filter") is { } source ? conditions.Of(source) : null;

    /// <summary>One boost, or a list of them.</summary>
    public static IReadOnlyList<ScoreBoost> Boosts(DocumentReader reader, ItemConditions conditions)
    {
        var isOne = reader.Raw("boost")?.ValueKind == JsonValueKind.Object;
        IReadOnlyList<DocumentReader> boosts = isOne ? [reader.Child("boost")!] : reader.Children("boost", 0, ListLimits.MaxBoosts);
        return [.. boosts.Select(boost => Boost(boost, conditions)).OfType<ScoreBoost>()];
    }

    public static IReadOnlyList<PinnedItem> Pinned(DocumentReader reader) =>
        [.. reader.Children("pin", 0, ListLimits.MaxPinned).Select(Pin).OfType<PinnedItem>()];

    private static ScoreBoost? Boost(DocumentReader reader, ItemConditions conditions)
    {
        reader.RefuseUnknown("where", "factor");
        var where = ConditionDocument.Read(reader, "where", required: true);
        var factor = reader.Number("factor", ScoreBoost.Lowest, ScoreBoost.Highest, required: true);
        return where is null || factor is null ? null : new ScoreBoost(conditions.Of(where), factor.Value);
    }

    private static PinnedItem? Pin(DocumentReader reader)
    {
        reader.RefuseUnknown("item_id", "position");
        var item = reader.Id("item_id", required: true);
        var position = reader.Integer("position", 1, PinnedItem.LastPosition);
        return item is null ? null : new PinnedItem(item, (int?)position);
    }
}

using System.Text.Json;

namespace PersonalizationEngine.GorseServer.Data;

public sealed record Item(
    string ItemId, bool IsHidden, IReadOnlyList<string>? Categories, DateTimeOffset Timestamp, JsonElement? Labels, string Comment)
{
    public static Item Empty(string itemId) => new(itemId, false, null, default, null, "");

    public bool HasAll(IReadOnlyCollection<string> categories) => categories.All(category => Categories?.Contains(category) is true);
}

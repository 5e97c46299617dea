using PersonalizationEngine.Engine.Ingestion.Items;

namespace PersonalizationEngine.Functions.Settings;

/// <summary>Section <c>items</c>.</summary>
internal static class ItemSettings
{
    public static ItemPatterns Read(SettingsReader reader)
    {
        reader.Describe("items:paths", "none", "", "a list of paths with {item_id} in one segment");
        reader.Describe("items:properties", "item_id", "", "a list of names of event properties");
        var paths = new List<ItemPathPattern>();
        foreach (var text in reader.Texts("items:paths") ?? [])
        {
            if (ItemPathPattern.Parse(text) is { } path) paths.Add(path);
            else reader.Fault("items:paths", $"\"{text}\" {ItemPathPattern.Accepted}");
        }

        return new ItemPatterns(paths, reader.Texts("items:properties") ?? ["item_id"]);
    }
}

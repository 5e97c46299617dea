using System.Text.Json;
using PersonalizationEngine.Core.Profiles;

namespace PersonalizationEngine.Adapters.Sql;

/// <summary>Values that are stored as JSON text.</summary>
internal static class JsonColumns
{
    public static string? Write(AttributeMap map) => map.Count == 0 ? null : AttributeJson.ToJson(map);

    public static string Write(IReadOnlyList<string> texts) => AttributeJson.ToJson(AttributeValue.OfTexts(texts));

    public static AttributeMap ReadMap(string? json)
    {
        if (string.IsNullOrEmpty(json)) return AttributeMap.Empty;
        using var document = JsonDocument.Parse(json);
        return AttributeJson.ReadMap(document.RootElement);
    }

    public static IReadOnlyList<string> ReadTexts(string? json)
    {
        if (string.IsNullOrEmpty(json)) return [];
        using var document = JsonDocument.Parse(json);
        return [.. document.RootElement.EnumerateArray().Select(text => text.GetString()!)];
    }

    public static JsonElement ReadElement(string json)
    {
        using var document = JsonDocument.Parse(json);
        return document.RootElement.Clone();
    }
}

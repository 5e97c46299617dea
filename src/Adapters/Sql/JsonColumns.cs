using System.Buffers;
using System.Text;
using System.Text.Json;
using PersonalizationEngine.Core.Profiles;

namespace PersonalizationEngine.Adapters.Sql;

/// <summary>Values that are stored as JSON text.</summary>
internal static class JsonColumns
{
    public static string? Write(AttributeMap map) => map.Count == 0 ? null : AttributeJson.ToJson(map);

    public static string Write(IReadOnlyCollection<string> texts)
    {
        var buffer = new ArrayBufferWriter<byte>(32 * (texts.Count + 1));
        using (var writer = new Utf8JsonWriter(buffer))
        {
            writer.WriteStartArray();
            foreach (var text in texts) writer.WriteStringValue(text);
            writer.WriteEndArray();
        }

        return Encoding.UTF8.GetString(buffer.WrittenSpan);
    }

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

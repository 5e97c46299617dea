using System.Buffers;
using System.Text;
using System.Text.Json;

namespace PersonalizationEngine.Core.Profiles;

/// <summary>Attributes to and from JSON. A number too large for a double reads as infinity would: it is clamped.</summary>
public static class AttributeJson
{
    public static AttributeValue Read(JsonElement element) => element.ValueKind switch
    {
        JsonValueKind.Null => AttributeValue.Null,
        JsonValueKind.True => AttributeValue.True,
        JsonValueKind.False => AttributeValue.False,
        JsonValueKind.Number => Math.Clamp(element.GetDouble(), double.MinValue, double.MaxValue),
        JsonValueKind.String => element.GetString(),
        JsonValueKind.Array => element.EnumerateArray().Select(Read).ToArray(),
        JsonValueKind.Object => ReadMap(element),
        _ => AttributeValue.Missing,
    };

    /// <summary>A JSON object; of a name given twice the last one counts.</summary>
    public static AttributeMap ReadMap(JsonElement element)
    {
        var attributes = new Dictionary<string, AttributeValue>(StringComparer.Ordinal);
        foreach (var property in element.EnumerateObject()) attributes[property.Name] = Read(property.Value);
        return new AttributeMap(attributes);
    }

    public static void Write(Utf8JsonWriter writer, AttributeValue value)
    {
        switch (value.Kind)
        {
            case AttributeKind.Boolean: writer.WriteBooleanValue(value.Boolean); break;
            case AttributeKind.Number: writer.WriteNumberValue(value.Number); break;
            case AttributeKind.Text: writer.WriteStringValue(value.Text); break;
            case AttributeKind.List:
                writer.WriteStartArray();
                foreach (var item in value.Items) Write(writer, item);
                writer.WriteEndArray();
                break;
            case AttributeKind.Map: WriteMap(writer, value.Map); break;
            default: writer.WriteNullValue(); break;
        }
    }

    public static void WriteMap(Utf8JsonWriter writer, AttributeMap value)
    {
        writer.WriteStartObject();
        foreach (var name in value.Names)
        {
            if (value[name].Kind == AttributeKind.Missing) continue;
            writer.WritePropertyName(name);
            Write(writer, value[name]);
        }

        writer.WriteEndObject();
    }

    public static string ToJson(AttributeValue value)
    {
        var buffer = new ArrayBufferWriter<byte>();
        using (var writer = new Utf8JsonWriter(buffer)) Write(writer, value);
        return Encoding.UTF8.GetString(buffer.WrittenSpan);
    }
}

using System.Text.Json;
using System.Text.Json.Serialization;

namespace PersonalizationEngine.Core.Profiles;

/// <summary>Lets serializers write named attributes; what is no object cannot be read as such.</summary>
public sealed class AttributeMapJson : JsonConverter<AttributeMap>
{
    public override AttributeMap Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
    {
        using var document = JsonDocument.ParseValue(ref reader);
        return document.RootElement.ValueKind == JsonValueKind.Object
            ? AttributeJson.ReadMap(document.RootElement)
            : throw new JsonException("Attributes must be an object.");
    }

    public override void Write(Utf8JsonWriter writer, AttributeMap value, JsonSerializerOptions options) => AttributeJson.WriteMap(writer, value);
}

using System.Text.Json;
using System.Text.Json.Serialization;

namespace PersonalizationEngine.Core.Profiles;

/// <summary>Lets serializers write attributes; a missing one is null.</summary>
public sealed class AttributeValueJson : JsonConverter<AttributeValue>
{
    public override AttributeValue Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
    {
        using var document = JsonDocument.ParseValue(ref reader);
        return AttributeJson.Read(document.RootElement);
    }

    public override void Write(Utf8JsonWriter writer, AttributeValue value, JsonSerializerOptions options) => AttributeJson.Write(writer, value);
}

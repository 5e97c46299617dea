using System.Text.Json;
using System.Text.Json.Serialization;
using PersonalizationEngine.Core.Profiles;

namespace PersonalizationEngine.Functions.Http;

/// <summary>Attributes in answers; a missing one is null.</summary>
internal sealed class AttributeValueJson : JsonConverter<AttributeValue>
{
    public override AttributeValue Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
    {
        using var document = JsonDocument.ParseValue(ref reader);
        return AttributeValue.FromJson(document.RootElement);
    }

    public override void Write(Utf8JsonWriter writer, AttributeValue value, JsonSerializerOptions options) => AttributeJson.Write(writer, value);
}

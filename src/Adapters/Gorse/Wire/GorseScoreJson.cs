using System.Text.Json;
using System.Text.Json.Serialization;

namespace PersonalizationEngine.Adapters.Gorse.Wire;

internal sealed class GorseScoreJson : JsonConverter<GorseScore>
{
    public override GorseScore? Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
    {
        if (reader.TokenType == JsonTokenType.String) return new GorseScore(reader.GetString()!, 0);
        using var document = JsonDocument.ParseValue(ref reader);
        var score = document.RootElement;
        if (score.ValueKind != JsonValueKind.Object || !score.TryGetProperty("Id", out var id) || id.ValueKind != JsonValueKind.String)
            throw new JsonException("A recommendation without an id.");
        var hasNumber = score.TryGetProperty("Score", out var value) && value.ValueKind == JsonValueKind.Number;
        return new GorseScore(id.GetString()!, hasNumber ? value.GetDouble() : 0);
    }

    public override void Write(Utf8JsonWriter writer, GorseScore value, JsonSerializerOptions options) => writer.WriteStringValue(value.Id);
}

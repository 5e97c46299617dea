using System.Text;
using System.Text.Json;
using PersonalizationEngine.Core.Documents;
using PersonalizationEngine.Core.Profiles;

namespace PersonalizationEngine.Engine.Ingestion.Rybbit;

/// <summary>An event's properties: Rybbit sends JSON inside a text, other senders the object itself.</summary>
internal static class RybbitProperties
{
    private static readonly string[] FormFields = ["formId", "formName", "formAction"];

    public static AttributeMap? Read(DocumentReader reader, int maxBytes)
    {
        if (reader.Raw("properties") is not { ValueKind: JsonValueKind.String } encoded) return reader.Map("properties", maxBytes);

        var text = encoded.GetString()!;
        if (text.Length == 0) return null;
        if (Encoding.UTF8.GetByteCount(text) <= maxBytes && TryParse(text) is { } properties) return properties;
        reader.Fault("properties", $"must be a JSON object of at most {maxBytes} bytes, or one as text");
        return null;
    }

    /// <summary>Id, name and action of the form, one a line; null when the properties tell of none.</summary>
    public static string? Form(AttributeMap? properties)
    {
        if (properties is null) return null;
        var lines = FormFields.Select(field => properties[field])
            .Where(value => value is { Kind: AttributeKind.Text, Text.Length: > 0 })
            .Select(value => value.Text.ReplaceLineEndings(" "));
        return string.Join('\n', lines) is { Length: > 0 } form ? form : null;
    }

    private static AttributeMap? TryParse(string text)
    {
        try
        {
            using var document = JsonDocument.Parse(text);
            return document.RootElement.ValueKind == JsonValueKind.Object && JsonTexts.AreSound(text)
                ? AttributeJson.ReadMap(document.RootElement)
                : null;
        }
        catch (JsonException)
        {
            return null;
        }
    }
}

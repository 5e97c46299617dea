using System.Buffers;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;

namespace PersonalizationEngine.Dashboard.Rules.Editing;

/// <summary>JSON as people read and type it.</summary>
public static class JsonShown
{
    private static readonly JsonWriterOptions Indented = new() { Indented = true, Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping, NewLine = "\n" };

    public static string Pretty(JsonElement element)
    {
        try
        {
            var buffer = new ArrayBufferWriter<byte>();
            using (var writer = new Utf8JsonWriter(buffer, Indented)) element.WriteTo(writer);
            return Encoding.UTF8.GetString(buffer.WrittenSpan);
        }
        catch (Exception exception) when (exception is InvalidOperationException or ArgumentException)
        {
            // Half of a surrogate pair can be escaped in JSON, and not be written anew.
            return element.GetRawText();
        }
    }

    public static string Pretty(string json) => Pretty(JsonElement.Parse(json));

    /// <returns>Why a text is no JSON, and where; null when it is some.</returns>
    public static string? WhyNot(string text)
    {
        try
        {
            using var document = JsonDocument.Parse(text);
            return IsReadable(document.RootElement) ? null : "is not valid Unicode: a text in it has half of a surrogate pair";
        }
        catch (JsonException exception)
        {
            return $"is not JSON: look at line {exception.LineNumber + 1}, column {exception.BytePositionInLine + 1}";
        }
    }

    private static bool IsReadable(JsonElement element)
    {
        try
        {
            return element.ValueKind switch
            {
                JsonValueKind.String => element.GetString() is not null,
                JsonValueKind.Array => element.EnumerateArray().All(IsReadable),
                JsonValueKind.Object => element.EnumerateObject().All(member => member.Name is not null && IsReadable(member.Value)),
                _ => true,
            };
        }
        catch (InvalidOperationException)
        {
            return false;
        }
    }
}

using System.Text;
using System.Text.Json;
using System.Text.Unicode;

namespace PersonalizationEngine.Engine.Ingestion;

/// <summary>
/// JSON that parses can still hold texts that are none: bytes that are not UTF-8, or half of a surrogate pair written as an
/// escape. They are found before anybody asks for the text, because asking throws.
/// </summary>
public static class JsonTexts
{
    private const int LongestFault = 300;

    public static bool AreSound(ReadOnlySpan<byte> json)
    {
        if (!Utf8.IsValid(json)) return false;
        if (json.IndexOf("\\u"u8) < 0) return true;

        var reader = new Utf8JsonReader(json, new JsonReaderOptions { MaxDepth = int.MaxValue, AllowMultipleValues = true });
        while (reader.Read())
        {
            if (reader.TokenType is not (JsonTokenType.String or JsonTokenType.PropertyName) || !reader.ValueIsEscaped) continue;
            if (!IsText(ref reader)) return false;
        }

        return true;
    }

    /// <summary>
    /// What is wrong with a text that is not JSON, and where. Of the parser's words only the first sentence is about the text;
    /// the rest is about the parser. It can quote all of the text; then only the place is told.
    /// </summary>
    public static string Describe(JsonException exception)
    {
        var end = exception.Message.IndexOf(". ", StringComparison.Ordinal);
        var sentence = end is > 0 and <= LongestFault ? exception.Message[..end] : "It ends being JSON";
        return string.Create(null, $"{sentence} (line {exception.LineNumber + 1}, byte {exception.BytePositionInLine + 1}).");
    }

    internal static bool AreSound(string json) => AreSound(Encoding.UTF8.GetBytes(json));

    private static bool IsText(ref Utf8JsonReader reader)
    {
        try
        {
            return reader.GetString() is not null;
        }
        catch (InvalidOperationException)
        {
            return false;
        }
    }
}

using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.RegularExpressions;
using PersonalizationEngine.Core.Rules.Conditions.Parsing;

namespace PersonalizationEngine.Core.Rules.Conditions.Outlines;

/// <summary>Values between JSON and what a person types: 5 is a number and true a yes, unless it is said that they are texts.</summary>
public static partial class OutlineValue
{
    [GeneratedRegex(@"\A-?(0|[1-9][0-9]*)(\.[0-9]+)?([eE][+-]?[0-9]+)?\z", RegexOptions.CultureInvariant)]
    private static partial Regex Number { get; }

    public static string Quote(string text) => $"\"{JsonEncodedText.Encode(text, JavaScriptEncoder.UnsafeRelaxedJsonEscaping)}\"";

    public static string ToJson(string typed, bool asText) =>
        asText ? Quote(typed) : LooksLikeNoText(typed.Trim()) ? typed.Trim() : Quote(typed.Trim());

    /// <summary>The values as they would be typed, and whether it has to be said that they are texts; null for what cannot be typed in one line each.</summary>
    public static (IReadOnlyList<string> Values, bool AsText)? Read(IEnumerable<JsonElement> values)
    {
        var read = new List<(string Typed, bool IsText, bool MustSay)>();
        foreach (var value in values)
        {
            if (Typed(value) is not { } typed) return null;
            var isText = value.ValueKind == JsonValueKind.String;
            read.Add((typed, isText, isText && (LooksLikeNoText(typed) || typed != typed.Trim() || typed.Length == 0)));
        }

        var mustSay = read.Exists(value => value.MustSay);
        return mustSay && read.Exists(value => !value.IsText) ? null : ([.. read.Select(value => value.Typed)], mustSay);
    }

    /// <summary>A text that stands in one line; null for anything else.</summary>
    public static string? Line(JsonElement value) =>
        value.ValueKind == JsonValueKind.String && JsonText.IsReadable(value) && value.GetString() is { } text && !text.Any(char.IsControl) ? text : null;

    private static string? Typed(JsonElement value) => value.ValueKind switch
    {
        JsonValueKind.String => Line(value),
        JsonValueKind.Number => value.GetRawText(),
        JsonValueKind.True => "true",
        JsonValueKind.False => "false",
        _ => null,
    };

    private static bool LooksLikeNoText(string typed) => typed is "true" or "false" || Number.IsMatch(typed);
}

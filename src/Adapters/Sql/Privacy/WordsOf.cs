using System.Text.Json;

namespace PersonalizationEngine.Adapters.Sql.Privacy;

/// <summary>Whatever in a text may be an id, an e-mail address or a telephone number.</summary>
internal static class WordsOf
{
    private static readonly char[] Ends = ['"', '\'', ' ', '\t', '\r', '\n', ',', ';', '=', '&', '?', '<', '>', '{', '}', '[', ']', '|'];

    /// <summary>Of JSON its texts, names and numbers, whole; of both that and anything else also what stands between signs that seldom are part of an id.</summary>
    public static IReadOnlySet<string> Text(string text)
    {
        var words = new HashSet<string>(StringComparer.Ordinal);
        AddJson(text, words);
        foreach (var word in text.Split(Ends, StringSplitOptions.RemoveEmptyEntries))
        {
            words.Add(word);
            // A colon parts a name from its value in what is nearly JSON, and belongs to many an id.
            if (word.Contains(':', StringComparison.Ordinal)) words.UnionWith(word.Split(':', StringSplitOptions.RemoveEmptyEntries));
        }

        return words;
    }

    private static void AddJson(string text, HashSet<string> words)
    {
        try
        {
            using var document = JsonDocument.Parse(text);
            Add(document.RootElement, words);
        }
        catch (Exception exception) when (exception is JsonException or InvalidOperationException)
        {
            // Not JSON, or with a text in it that is none: what could be read was.
        }
    }

    private static void Add(JsonElement element, HashSet<string> words)
    {
        switch (element.ValueKind)
        {
            case JsonValueKind.String: words.Add(element.GetString()!); break;
            case JsonValueKind.Number: words.Add(element.GetRawText()); break;
            case JsonValueKind.Array:
                foreach (var item in element.EnumerateArray()) Add(item, words);
                break;
            case JsonValueKind.Object:
                foreach (var property in element.EnumerateObject())
                {
                    words.Add(property.Name);
                    Add(property.Value, words);
                }

                break;
            default: break;
        }
    }
}

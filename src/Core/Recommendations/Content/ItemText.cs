namespace PersonalizationEngine.Core.Recommendations.Content;

/// <summary>The words by which items are alike: letters and digits of title and description, in lower case.</summary>
internal static class ItemText
{
    // Of a long description the beginning says what the item is; the rest would only cost memory.
    private const int MostWords = 24;
    private const int ShortestWord = 3;
    private const int LongestWord = 40;

    /// <summary>The first 24 different words of three letters or more, title before description, no bare numbers.</summary>
    public static string[] WordsOf(CatalogueItem item)
    {
        List<string> words = [];
        AddWords(item.Title, words);
        AddWords(item.Description, words);
        return [.. words];
    }

    private static void AddWords(ReadOnlySpan<char> text, List<string> words)
    {
        var start = 0;
        for (var place = 0; place <= text.Length && words.Count < MostWords; place++)
        {
            if (place < text.Length && char.IsLetterOrDigit(text[place])) continue;
            AddWord(text[start..place], words);
            start = place + 1;
        }
    }

    private static void AddWord(ReadOnlySpan<char> text, List<string> words)
    {
        if (text.Length is < ShortestWord or > LongestWord || !text.ContainsAnyExceptInRange('0', '9')) return;
        var word = text.ToString().ToLowerInvariant();
        if (!words.Contains(word)) words.Add(word);
    }
}

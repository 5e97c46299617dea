using PersonalizationEngine.Core.Profiles;
using PersonalizationEngine.Core.Rules.Conditions.Values;

namespace PersonalizationEngine.Core.Rules.Conditions.Explaining;

/// <summary>Values inside a sentence: JSON-like and short, whatever their size, depth or content.</summary>
internal static class ValueWording
{
    private const int LongestText = 60;
    private const int MostItems = 5;
    private const int DeepestLevel = 2;

    public static string Of(AttributeValue value) => Of(value, 0);

    private static string Of(AttributeValue value, int level) => value.Kind switch
    {
        AttributeKind.Missing => "missing",
        AttributeKind.Null => "null",
        AttributeKind.Text => Quoted(value.Text),
        AttributeKind.List => $"[{Enumerated(value.Items, value.Items.Length, item => Of(item, level + 1), level)}]",
        AttributeKind.Map => $"{{{Enumerated(value.Map.Names, value.Map.Count, name => Entry(value.Map, name, level), level)}}}",
        _ => ScalarText.Of(value),
    };

    public static string Quoted(string text) =>
        text.Length <= LongestText ? $"\"{text}\"" : $"\"{text.AsSpan(0, LongestText)}…\" ({text.Length} characters)";

    private static string Entry(AttributeMap map, string name, int level) => $"{Quoted(name)}: {Of(map[name], level + 1)}";

    private static string Enumerated<T>(IEnumerable<T> items, int count, Func<T, string> word, int level)
    {
        if (count > 0 && level == DeepestLevel) return "…";
        var words = string.Join(", ", items.Take(MostItems).Select(word));
        return count > MostItems ? $"{words}, … {count} in all" : words;
    }
}

using System.Text;
using PersonalizationEngine.Feed.Replay.Reading;

namespace PersonalizationEngine.Feed.Replay.Values;

/// <summary>Text with columns in it: <c>/product/{ItemId}</c>. A brace of its own is written twice.</summary>
internal sealed class TextTemplate
{
    private readonly IReadOnlyList<(string Text, bool IsColumn)> _parts;

    private TextTemplate(IReadOnlyList<(string Text, bool IsColumn)> parts) => _parts = parts;

    public IEnumerable<string> Columns => _parts.Where(part => part.IsColumn).Select(part => part.Text);

    public static TextTemplate OfColumn(string name) => new([(name, true)]);

    /// <returns>Null where a brace is opened and not closed, or closes nothing.</returns>
    public static TextTemplate? Parse(string text)
    {
        var (parts, plain) = (new List<(string, bool)>(), new StringBuilder());
        for (var at = 0; at < text.Length; at++)
        {
            var isDoubled = at + 1 < text.Length && text[at + 1] == text[at];
            if (text[at] is not ('{' or '}') || isDoubled)
            {
                if (text[at] is '{' or '}') at++;
                plain.Append(text[at]);
                continue;
            }

            var end = text.IndexOf('}', at);
            if (text[at] == '}' || end < 0) return null;
            if (plain.Length > 0) parts.Add((plain.ToString(), false));
            plain.Clear();
            parts.Add((text[(at + 1)..end], true));
            at = end;
        }

        if (plain.Length > 0) parts.Add((plain.ToString(), false));
        return new TextTemplate(parts);
    }

    /// <param name="isEmpty">Whether the text of a column counts as none.</param>
    /// <param name="hasGap">Whether a column of the template was missing or counted as none.</param>
    public string Fill(IColumns columns, Func<string, bool> isEmpty, out bool hasGap)
    {
        hasGap = false;
        var text = new StringBuilder();
        foreach (var (part, isColumn) in _parts)
        {
            var value = isColumn ? columns[part]?.Trim() ?? "" : part;
            var isGap = isColumn && isEmpty(value);
            hasGap |= isGap;
            if (!isGap) text.Append(value);
        }

        return text.ToString();
    }
}

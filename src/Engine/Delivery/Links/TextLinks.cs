using System.Buffers;
using System.Text;

namespace PersonalizationEngine.Engine.Delivery.Links;

/// <summary>Finds web addresses in plain text.</summary>
public static class TextLinks
{
    private const string Trailing = ".,;:!?)]}";

    private static readonly SearchValues<char> Ends = SearchValues.Create(" \t\r\n<>\"'`");

    /// <param name="change">Is given each address and gives what stands in its place.</param>
    public static string Replace(string text, Func<string, string> change)
    {
        StringBuilder? changed = null;
        var copied = 0;
        for (var at = Next(text, 0); at >= 0; at = Next(text, copied))
        {
            var length = text.AsSpan(at).IndexOfAny(Ends);
            var url = (length < 0 ? text.AsSpan(at) : text.AsSpan(at, length)).TrimEnd(Trailing);
            changed ??= new StringBuilder(text.Length + 64);
            changed.Append(text, copied, at - copied).Append(change(url.ToString()));
            copied = at + url.Length;
        }

        return changed is null ? text : changed.Append(text, copied, text.Length - copied).ToString();
    }

    private static int Next(string text, int from)
    {
        for (var at = text.IndexOf("http", from, StringComparison.Ordinal); at >= 0; at = text.IndexOf("http", at + 4, StringComparison.Ordinal))
        {
            var rest = text.AsSpan(at);
            if (rest.StartsWith("https://") || rest.StartsWith("http://")) return at;
        }

        return -1;
    }
}

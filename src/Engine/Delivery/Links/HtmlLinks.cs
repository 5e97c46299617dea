using System.Net;
using System.Text;

namespace PersonalizationEngine.Engine.Delivery.Links;

/// <summary>
/// Finds the addresses in the tags of an HTML text. It reads tags and quoted values as browsers do, and nothing more: what it
/// does not understand stays as it is.
/// </summary>
public static class HtmlLinks
{
    private static readonly string[] Leading = ["href"], Shown = ["src", "background", "action", "formaction", "poster"];

    /// <param name="change">Is given each address, whether people follow it, and gives what stands in its place.</param>
    public static string Replace(string html, Func<string, bool, string> change)
    {
        StringBuilder? changed = null;
        var (copied, at) = (0, 0);
        while ((at = html.IndexOf('<', at)) >= 0)
        {
            if (html.AsSpan(at).StartsWith("<!--"))
            {
                var end = html.IndexOf("-->", at, StringComparison.Ordinal);
                if (end < 0) break;
                at = end;
                continue;
            }

            at++;
            if (at >= html.Length || !char.IsAsciiLetter(html[at])) continue;
            var name = NameAt(html, at);
            at += name.Length;
            while (NextAttribute(html, ref at) is { } attribute)
            {
                var isLeading = Leading.Contains(attribute.Name) && !name.Equals("link", StringComparison.OrdinalIgnoreCase);
                if (attribute.Length == 0 || !(isLeading || Leading.Contains(attribute.Name) || Shown.Contains(attribute.Name))) continue;
                var url = WebUtility.HtmlDecode(html.Substring(attribute.Start, attribute.Length)).Trim();
                var next = change(url, isLeading);
                if (next == url) continue;
                changed ??= new StringBuilder(html.Length + 256);
                changed.Append(html, copied, attribute.Start - copied).Append(WebUtility.HtmlEncode(next));
                copied = attribute.Start + attribute.Length;
            }
        }

        return changed is null ? html : changed.Append(html, copied, html.Length - copied).ToString();
    }

    private static string NameAt(string html, int at)
    {
        var end = at;
        while (end < html.Length && !char.IsWhiteSpace(html[end]) && html[end] is not ('>' or '/' or '=' or '"' or '\'')) end++;
        return html[at..end].ToLowerInvariant();
    }

    /// <returns>Null at the end of the tag.</returns>
    private static Attribute? NextAttribute(string html, ref int at)
    {
        while (at < html.Length && (char.IsWhiteSpace(html[at]) || html[at] is '/' or '"' or '\'' or '=')) at++;
        if (at >= html.Length || html[at] == '>') return null;
        var name = NameAt(html, at);
        at += name.Length;
        var value = at;
        while (value < html.Length && char.IsWhiteSpace(html[value])) value++;
        if (value >= html.Length || html[value] != '=') return new Attribute(name, at, 0);

        value++;
        while (value < html.Length && char.IsWhiteSpace(html[value])) value++;
        if (value >= html.Length) return null;
        if (html[value] is '"' or '\'')
        {
            var close = html.IndexOf(html[value], value + 1);
            if (close < 0) return null;
            at = close + 1;
            return new Attribute(name, value + 1, close - value - 1);
        }

        at = value;
        while (at < html.Length && !char.IsWhiteSpace(html[at]) && html[at] != '>') at++;
        return new Attribute(name, value, at - value);
    }

    private readonly record struct Attribute(string Name, int Start, int Length);
}

using System.Net;
using System.Text;

namespace PersonalizationEngine.Engine.Delivery.Templates;

/// <summary>The plain part of an email that was given none: what can be read of its HTML, with the addresses of its links.</summary>
internal static class HtmlToText
{
    private static readonly string[] Breaking = ["br", "p", "div", "tr", "table", "ul", "ol", "li", "h1", "h2", "h3", "h4", "h5", "h6", "hr", "blockquote"];

    private static readonly string[] Unread = ["style", "script", "head", "title"];

    public static string Of(string html)
    {
        var text = new StringBuilder(html.Length / 2);
        string? link = null;
        var at = 0;
        while (at < html.Length)
        {
            var open = html.IndexOf('<', at);
            AppendWords(text, html.AsSpan(at, (open < 0 ? html.Length : open) - at));
            if (open < 0) break;
            var close = html.AsSpan(open).StartsWith("<!--") ? html.IndexOf("-->", open, StringComparison.Ordinal) + 2 : html.IndexOf('>', open);
            if (close <= open) break;
            var tag = html[(open + 1)..close];
            at = close + 1;
            var name = NameOf(tag);
            if (Unread.Contains(name) && !tag.StartsWith('/')) at = EndOf(html, name, at);
            if (name == "a" && !tag.StartsWith('/')) link = Address(tag);
            else if (name == "a" && link is not null) (link, _) = (null, text.Append(" (").Append(link).Append(')'));
            if (Breaking.Contains(name) && text.Length > 0 && text[^1] != '\n') text.Append('\n');
        }

        return text.ToString().Trim();
    }

    private static void AppendWords(StringBuilder text, ReadOnlySpan<char> html)
    {
        foreach (var character in WebUtility.HtmlDecode(html.ToString()))
        {
            var isSpace = char.IsWhiteSpace(character);
            if (isSpace && (text.Length == 0 || char.IsWhiteSpace(text[^1]))) continue;
            text.Append(isSpace ? ' ' : character);
        }
    }

    private static string NameOf(string tag)
    {
        var name = tag.TrimStart('/');
        return name[..name.TakeWhile(char.IsAsciiLetterOrDigit).Count()].ToLowerInvariant();
    }

    private static int EndOf(string html, string name, int from)
    {
        var end = html.IndexOf($"</{name}", from, StringComparison.OrdinalIgnoreCase);
        return end < 0 ? html.Length : end;
    }

    private static string? Address(string tag)
    {
        string? address = null;
        Links.HtmlLinks.Replace($"<{tag}>", (url, isLeading) =>
        {
            if (isLeading && url.StartsWith("http", StringComparison.OrdinalIgnoreCase)) address ??= url;
            return url;
        });
        return address;
    }
}

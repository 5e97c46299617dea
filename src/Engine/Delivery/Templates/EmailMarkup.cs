using System.Buffers;
using System.Net;

namespace PersonalizationEngine.Engine.Delivery.Templates;

/// <summary>What is done to the parts of a message once they are rendered.</summary>
internal static class EmailMarkup
{
    private const string Hidden = "display:none;max-height:0;overflow:hidden;mso-hide:all";

    private static readonly SearchValues<char> LineBreaks = SearchValues.Create("\r\n\t\u2028\u2029\u0085");

    /// <summary>A line is one line: what breaks it in a header would be another header.</summary>
    public static string OneLine(string text)
    {
        if (!text.AsSpan().ContainsAny(LineBreaks)) return text.Trim();
        return string.Join(' ', text.Split(['\r', '\n', '\t', '\u2028', '\u2029', '\u0085'], StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries));
    }

    public static string WithoutControls(string text) =>
        text.AsSpan().IndexOfAnyInRange('\0', '\b') < 0 && text.AsSpan().IndexOfAnyInRange('\u000b', '\u001f') < 0 && !text.Contains('\u007f', StringComparison.Ordinal)
            ? text
            : new string([.. text.Where(character => !char.IsControl(character) || character is '\n' or '\r' or '\t' or '\u0085')]);

    /// <summary>What mail programs show beside the subject, unseen in the text itself.</summary>
    public static string WithPreheader(string html, string preheader) =>
        Within(html, $"<div style=\"{Hidden}\">{WebUtility.HtmlEncode(preheader)}</div>");

    public static string WithPicture(string html, string url)
    {
        var picture = $"<img src=\"{WebUtility.HtmlEncode(url)}\" width=\"1\" height=\"1\" alt=\"\" style=\"border:0\" />";
        var end = html.LastIndexOf("</body>", StringComparison.OrdinalIgnoreCase);
        return end < 0 ? html + picture : html.Insert(end, picture);
    }

    /// <summary>Right behind the beginning of the body, where there is one.</summary>
    private static string Within(string html, string markup)
    {
        var body = html.IndexOf("<body", StringComparison.OrdinalIgnoreCase);
        var end = body < 0 ? -1 : html.IndexOf('>', body);
        return end < 0 ? markup + html : html.Insert(end + 1, markup);
    }
}

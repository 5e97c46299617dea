using System.Net;

namespace PersonalizationEngine.Adapters.Liquid;

internal static class HtmlText
{
    /// <summary>Fit for text and for quoted attributes alike.</summary>
    public static string Escape(string text) => WebUtility.HtmlEncode(text);
}

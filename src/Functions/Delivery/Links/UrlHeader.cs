using System.Text;

namespace PersonalizationEngine.Functions.Delivery.Links;

/// <summary>An address fit for a header.</summary>
internal static class UrlHeader
{
    /// <summary>What is not ASCII is percent-encoded, as browsers do it; a host with letters of its own is written in punycode.</summary>
    public static string Of(string url)
    {
        if (url.All(char.IsAscii)) return url;
        if (Uri.TryCreate(url, UriKind.Absolute, out var uri)) return uri.AbsoluteUri;
        return string.Concat(Encoding.UTF8.GetBytes(url).Select(one => one < 0x80 ? ((char)one).ToString() : $"%{one:X2}"));
    }
}

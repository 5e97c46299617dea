using Microsoft.AspNetCore.Http;

namespace PersonalizationEngine.Functions.Dashboard.Access;

/// <summary>What browsers and proxies say of a request.</summary>
internal static class OwnRequest
{
    private const string Site = "Sec-Fetch-Site", ForwardedHost = "X-Forwarded-Host", ForwardedScheme = "X-Forwarded-Proto";

    /// <summary>Whether a form was sent from one of our own pages, or from no page at all, as programs do.</summary>
    public static bool IsFromHere(HttpRequest request)
    {
        var origin = request.Headers.Origin.ToString();
        // No page can set this header itself; and a proxy may have changed the host since the browser compared.
        if (request.Headers[Site].ToString() is { Length: > 0 } site && site != "none") return site == "same-origin" && origin != "null";
        return origin.Length == 0
            || (Uri.TryCreate(origin, UriKind.Absolute, out var from) && (IsHost(from, request.Host.Value) || IsHost(from, request.Headers[ForwardedHost])));
    }

    /// <summary>Also where a proxy ends the encryption.</summary>
    public static bool IsEncrypted(HttpRequest request) => request.IsHttps
        || request.Headers[ForwardedScheme].ToString().Split(',')[0].Trim().Equals("https", StringComparison.OrdinalIgnoreCase)
        || request.Headers.Origin.ToString().StartsWith("https://", StringComparison.OrdinalIgnoreCase);

    private static bool IsHost(Uri from, string? host) => string.Equals(from.Authority, host, StringComparison.OrdinalIgnoreCase);
}

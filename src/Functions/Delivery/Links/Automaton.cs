using Microsoft.AspNetCore.Http;

namespace PersonalizationEngine.Functions.Delivery.Links;

/// <summary>Tells, as far as headers do, when it was no person who followed a link: scanners of mail, previews, crawlers.</summary>
internal static class Automaton
{
    private static readonly string[] Words =
    [
        "bot", "crawl", "spider", "preview", "scan", "slurp", "fetch", "monitor", "check", "validator", "headless", "python", "curl", "wget", "okhttp",
        "java/", "go-http", "libwww", "axios", "facebookexternalhit", "whatsapp", "safelinks", "mimecast", "proofpoint", "barracuda", "ruby", "perl",
    ];

    private static readonly string[] Purposes = ["Purpose", "Sec-Purpose", "X-Purpose", "X-Moz"];

    /// <summary>Null when it may well have been a person.</summary>
    public static string? WhyNotCounted(HttpRequest request)
    {
        if (!HttpMethods.IsGet(request.Method)) return "asked about, not followed";
        if (Purposes.Any(header => request.Headers[header].ToString() is { Length: > 0 } purpose
            && (purpose.Contains("prefetch", StringComparison.OrdinalIgnoreCase) || purpose.Contains("preview", StringComparison.OrdinalIgnoreCase)
                || purpose.Contains("prerender", StringComparison.OrdinalIgnoreCase)))) return "read ahead";
        var agent = request.Headers.UserAgent.ToString();
        return agent.Length == 0 || Words.Any(word => agent.Contains(word, StringComparison.OrdinalIgnoreCase)) ? "a program" : null;
    }
}

using Microsoft.AspNetCore.Http;

namespace PersonalizationEngine.Functions.Dashboard.Access;

/// <summary>
/// An email as it looks, for a frame in one of our pages. It has its own look and nothing else: no script runs, nothing is loaded, no
/// form is sent, and it is of no origin, even where it is opened by itself.
/// </summary>
internal sealed class LookAnswer(string html) : IResult
{
    private const string Policy =
        "default-src 'none'; style-src 'unsafe-inline'; img-src data:; form-action 'none'; base-uri 'none'; frame-ancestors 'self'; sandbox";

    public Task ExecuteAsync(HttpContext httpContext)
    {
        var response = httpContext.Response;
        response.ContentType = "text/html; charset=utf-8";
        response.Headers.CacheControl = "no-store";
        response.Headers.XContentTypeOptions = "nosniff";
        response.Headers.ContentSecurityPolicy = Policy;
        response.Headers.XFrameOptions = "SAMEORIGIN";
        response.Headers["Referrer-Policy"] = "no-referrer";
        response.Headers["X-Robots-Tag"] = "noindex, nofollow";
        return response.WriteAsync(html, httpContext.RequestAborted);
    }
}

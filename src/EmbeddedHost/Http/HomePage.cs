using Microsoft.AspNetCore.Http;

namespace EmbeddedHost.Http;

/// <summary>What <c>GET /</c> shows unless the app claims that path.</summary>
internal static class HomePage
{
    private const string Html = """
        <!doctype html>
        <html lang="en">
        <meta charset="utf-8">
        <title>Functions are running</title>
        <body style="font: 1rem/1.5 system-ui, sans-serif; max-width: 40rem; margin: 4rem auto; padding: 0 1rem">
        <h1>Functions are running</h1>
        <p>This host answers. What it serves is at the paths of its functions; this page is nobody's function.</p>
        </body>
        </html>
        """;

    public static bool IsAskedFor(HttpRequest request) => HttpMethods.IsGet(request.Method) && request.Path.Value is "/" or "";

    public static Task WriteAsync(HttpContext http)
    {
        http.Response.ContentType = "text/html; charset=utf-8";
        return http.Response.WriteAsync(Html, http.RequestAborted);
    }
}

using System.Security.Cryptography;
using System.Text;
using Microsoft.AspNetCore.Http;

namespace PersonalizationEngine.Functions.Delivery.Preferences;

/// <summary>
/// A page for somebody who came from a message: plain HTML without script, that nobody keeps, frames or finds, and that sends nothing
/// but its own form.
/// </summary>
/// <param name="markup">With every text in it escaped.</param>
internal sealed class PersonPage(string markup, string title, int status = StatusCodes.Status200OK) : IResult
{
    private const string Style = """
        :root { color-scheme: light dark; --text: #1c2430; --soft: #5a6675; --ground: #f4f5f7; --card: #fff; --line: #dde1e7; --main: #1f5fd0; --on: #fff }
        @media (prefers-color-scheme: dark) { :root { --text: #e8ebf0; --soft: #a4afbd; --ground: #14181f; --card: #1d232d; --line: #343d4a; --main: #7fb0ff; --on: #10151d } }
        * { box-sizing: border-box }
        body { margin: 0; background: var(--ground); color: var(--text); font: 1rem/1.5 system-ui, sans-serif }
        main { max-width: 40rem; margin: 0 auto; padding: 1.5rem 1rem 3rem }
        h1 { font-size: 1.5rem; line-height: 1.25; margin: 0 0 .5rem }
        h2 { font-size: 1.05rem; margin: 0 }
        p { margin: 0 0 1rem }
        fieldset > p:last-child, section > p:last-child { margin: 0 }
        section, fieldset { background: var(--card); border: 1px solid var(--line); border-radius: .75rem; padding: 1rem; margin: 0 0 1rem; min-width: 0 }
        legend { font-weight: 600; padding: 0 .35rem }
        .soft { color: var(--soft) }
        .choices { display: flex; flex-wrap: wrap; gap: .25rem 1.5rem; }
        label { display: inline-flex; align-items: center; gap: .5rem; min-height: 2.75rem; overflow-wrap: anywhere }
        input[type=checkbox] { width: 1.25rem; height: 1.25rem; margin: 0; accent-color: var(--main); flex: none }
        button { font: inherit; font-weight: 600; min-height: 2.75rem; padding: .5rem 1.25rem; border-radius: .5rem; border: 1px solid var(--main); background: var(--main); color: var(--on); cursor: pointer }
        button.plain { background: transparent; color: var(--main) }
        a { color: var(--main) }
        :focus-visible { outline: 3px solid var(--main); outline-offset: 2px }
        .note { border-left: .25rem solid var(--main) }
        .actions { display: flex; flex-wrap: wrap; gap: .75rem }
        """;

    private static readonly string Policy =
        $"default-src 'none'; style-src 'sha256-{Convert.ToBase64String(SHA256.HashData(Encoding.UTF8.GetBytes(Style)))}'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'";

    public static PersonPage Unknown { get; } = new(
        "<h1>This link does not work</h1><p>It may have been cut off. Please follow the link in the message once more.</p>", "Not found", StatusCodes.Status404NotFound);

    public static PersonPage NotUnderstood { get; } = new(
        "<h1>That was not understood</h1><p>Please go back and try again.</p>", "Not understood", StatusCodes.Status400BadRequest);

    public Task ExecuteAsync(HttpContext httpContext)
    {
        var response = httpContext.Response;
        response.StatusCode = status;
        response.ContentType = "text/html; charset=utf-8";
        response.Headers.CacheControl = "no-store";
        response.Headers.XContentTypeOptions = "nosniff";
        response.Headers.ContentSecurityPolicy = Policy;
        response.Headers["Referrer-Policy"] = "no-referrer";
        response.Headers["X-Robots-Tag"] = "noindex, nofollow";
        return response.WriteAsync(
            $"<!doctype html><html lang=\"en\"><head><meta charset=\"utf-8\"><meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">"
            + $"<title>{title}</title><style>{Style}</style></head><body><main>{markup}</main></body></html>",
            httpContext.RequestAborted);
    }
}

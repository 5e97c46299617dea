using System.Diagnostics;
using System.Text.Json;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.WebUtilities;

namespace EmbeddedHost.Http;

/// <summary>
/// What the host itself answers, as problem details (RFC 9457). Azure answers the same status with an empty body.
/// </summary>
internal static class HostProblem
{
    /// <summary>What an answer and the log share: the trace of the request's span, else the connection's name for it.</summary>
    public static string TraceIdOf(HttpContext http) => Activity.Current is { IdFormat: ActivityIdFormat.W3C } span ? span.TraceId.ToHexString() : http.TraceIdentifier;

    public static Task UnauthorizedAsync(HttpContext http) => WriteAsync(
        http, StatusCodes.Status401Unauthorized, "A valid key is needed in the x-functions-key header.");

    public static Task NotFoundAsync(HttpContext http) => WriteAsync(
        http, StatusCodes.Status404NotFound, "No function answers this method at this path.");

    public static Task TooLargeAsync(HttpContext http) => WriteAsync(
        http, StatusCodes.Status413PayloadTooLarge, $"The body must not be larger than {BodyLimit.Bytes} bytes.");

    public static Task FailedAsync(HttpContext http) => WriteAsync(
        http, StatusCodes.Status500InternalServerError, "The function failed; the log has the reason under this trace id.");

    public static Task TimedOutAsync(HttpContext http) => WriteAsync(
        http, StatusCodes.Status500InternalServerError, "The function did not end in time.");

    public static Task BadRequestAsync(HttpContext http, int status) => WriteAsync(
        http, status, "The request could not be read to its end.");

    private static Task WriteAsync(HttpContext http, int status, string detail)
    {
        http.Response.Clear();
        http.Response.StatusCode = status;
        var problem = new ProblemDetails
        {
            Type = $"https://www.rfc-editor.org/rfc/rfc9110#{SectionOf(status)}",
            Title = ReasonPhrases.GetReasonPhrase(status),
            Status = status,
            Detail = detail,
            Extensions = { ["traceId"] = TraceIdOf(http) },
        };
        var json = JsonSerializer.SerializeToUtf8Bytes(problem, ProblemJson.Default.ProblemDetails);
        http.Response.ContentType = "application/problem+json";
        http.Response.ContentLength = json.Length;
        return http.Response.Body.WriteAsync(json, http.RequestAborted).AsTask();
    }

    /// <summary>Where RFC 9110 defines the status.</summary>
    private static string SectionOf(int status) => status switch
    {
        StatusCodes.Status401Unauthorized => "section-15.5.2",
        StatusCodes.Status404NotFound => "section-15.5.5",
        StatusCodes.Status408RequestTimeout => "section-15.5.9",
        StatusCodes.Status413PayloadTooLarge => "section-15.5.14",
        >= StatusCodes.Status500InternalServerError => "section-15.6.1",
        _ => "section-15.5.1",
    };
}

using System.Security.Cryptography;
using Microsoft.AspNetCore.Http;

namespace PersonalizationEngine.Functions.Http;

/// <summary>JSON that clients keep and ask for again; who has it already is told so (304).</summary>
internal sealed class KeptJson(ReadOnlyMemory<byte> json) : IResult
{
    private const int TagBytes = 16;

    private readonly string _tag = $"\"{Convert.ToHexStringLower(SHA256.HashData(json.Span).AsSpan(0, TagBytes))}\"";

    public Task ExecuteAsync(HttpContext httpContext)
    {
        var response = httpContext.Response;
        response.Headers.ETag = _tag;
        response.Headers.CacheControl = "no-cache";
        response.Headers.XContentTypeOptions = "nosniff";
        if (Has(httpContext.Request, _tag))
        {
            response.StatusCode = StatusCodes.Status304NotModified;
            return Task.CompletedTask;
        }

        response.ContentType = "application/json; charset=utf-8";
        response.ContentLength = json.Length;
        return response.BodyWriter.WriteAsync(json, httpContext.RequestAborted).AsTask();
    }

    /// <summary>A proxy that compresses marks the tag as weak.</summary>
    private static bool Has(HttpRequest request, string tag) => request.Headers.IfNoneMatch
        .SelectMany(value => (value ?? "").Split(',', StringSplitOptions.TrimEntries))
        .Any(known => known == "*" || known.AsSpan(known.StartsWith("W/", StringComparison.Ordinal) ? 2 : 0).SequenceEqual(tag));
}

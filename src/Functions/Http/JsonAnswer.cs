using System.Text.Json.Serialization.Metadata;
using Microsoft.AspNetCore.Http;

namespace PersonalizationEngine.Functions.Http;

/// <summary>A JSON answer that nobody on the way may keep: what is right for one person now is wrong for the next.</summary>
/// <param name="version">Goes out as the ETag.</param>
internal sealed class JsonAnswer<T>(
    T value, JsonTypeInfo<T> type, int status = StatusCodes.Status200OK, string contentType = "application/json; charset=utf-8",
    int? version = null, string? location = null) : IResult
{
    public Task ExecuteAsync(HttpContext httpContext)
    {
        var response = httpContext.Response;
        response.StatusCode = status;
        response.ContentType = contentType;
        response.Headers.CacheControl = "no-store";
        response.Headers.XContentTypeOptions = "nosniff";
        if (version is not null) response.Headers.ETag = EntityTag.Of(version.Value);
        if (location is not null) response.Headers.Location = location;
        return JsonBuffer.SendAsync(response, value, type, httpContext.RequestAborted);
    }
}

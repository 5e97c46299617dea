using Microsoft.AspNetCore.Http;
using Microsoft.Net.Http.Headers;

namespace PersonalizationEngine.Functions.GraphQl.Transport;

/// <summary>
/// The two media types of answers. <c>application/json</c> is what clients of before understand, and is answered with 200 for
/// every well-formed request, since a proxy could have said anything else; the other one tells the status as it is.
/// </summary>
internal static class AnswerMedia
{
    public const string GraphQl = "application/graphql-response+json", Json = "application/json";

    /// <returns>Null when the caller takes neither.</returns>
    public static string? Choose(HttpRequest request)
    {
        var accepted = request.GetTypedHeaders().Accept;
        if (accepted.Count == 0) return request.Headers.Accept.Count == 0 || request.Headers.Accept.All(string.IsNullOrWhiteSpace) ? Json : null;
        return accepted
            .Where(type => type.Quality is not 0 && (!type.Charset.HasValue || type.Charset.Equals("utf-8", StringComparison.OrdinalIgnoreCase)))
            .Select(type => (Name: Of(type), Quality: type.Quality ?? 1))
            .Where(type => type.Name is not null)
            .OrderByDescending(type => type.Quality)
            .FirstOrDefault().Name;
    }

    private static string? Of(MediaTypeHeaderValue type) => type.MediaType.Value?.ToLowerInvariant() switch
    {
        GraphQl => GraphQl,
        Json or "*/*" or "application/*" => Json,
        _ => null,
    };
}

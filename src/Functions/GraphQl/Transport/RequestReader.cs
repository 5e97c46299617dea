using System.Text.Json;
using Microsoft.AspNetCore.Http;
using Microsoft.Net.Http.Headers;
using PersonalizationEngine.Engine.Ingestion;
using PersonalizationEngine.Functions.GraphQl.Limits;
using PersonalizationEngine.Functions.Http;

namespace PersonalizationEngine.Functions.GraphQl.Transport;

/// <summary>Reads a request out of the address or the body, whichever the method has it in.</summary>
internal sealed class RequestReader(GraphQlLimits limits)
{
    /// <returns>Either the request or what is wrong with it.</returns>
    public async Task<ReadRequest> ReadAsync(HttpRequest request, CancellationToken cancellationToken) =>
        HttpMethods.IsGet(request.Method) ? OfAddress(request.Query) : await OfBodyAsync(request, cancellationToken);

    private static ReadRequest OfAddress(IQueryCollection query)
    {
        if (Json(query, "variables", out var variables) is { } wrong) return wrong;
        if (Json(query, "extensions", out var extensions) is { } bad) return bad;
        return Of(query["query"].FirstOrDefault(), query["operationName"].FirstOrDefault(), variables, extensions);
    }

    private async Task<ReadRequest> OfBodyAsync(HttpRequest request, CancellationToken cancellationToken)
    {
        if (!MediaTypeHeaderValue.TryParse(request.ContentType, out var type) || type.MediaType != "application/json")
            return ReadRequest.Refused(StatusCodes.Status415UnsupportedMediaType, "The body must be application/json.");
        if (type.Charset.HasValue && !type.Charset.Equals("utf-8", StringComparison.OrdinalIgnoreCase))
            return ReadRequest.Refused(StatusCodes.Status415UnsupportedMediaType, "The body must be in UTF-8.");
        if (await RequestBody.ReadAsync(request, limits.MaxRequestBytes, cancellationToken) is not { } bytes)
            return ReadRequest.Refused(StatusCodes.Status413PayloadTooLarge, $"The body may have {limits.MaxRequestBytes} bytes.");
        try
        {
            var body = JsonElement.Parse(bytes.Span);
            if (!JsonTexts.AreSound(bytes.Span)) return ReadRequest.Malformed("The body must hold only UTF-8 text and whole surrogate pairs.");
            return body.ValueKind == JsonValueKind.Object ? OfObject(body) : ReadRequest.Malformed("The body must be one JSON object.");
        }
        catch (JsonException exception)
        {
            return ReadRequest.Malformed($"The body is not JSON: {JsonTexts.Describe(exception)}");
        }
    }

    private static ReadRequest OfObject(JsonElement body)
    {
        if (Text(body, "query", out var query) is { } wrong) return wrong;
        if (Text(body, "operationName", out var operation) is { } bad) return bad;
        return Of(query, operation, Present(body, "variables"), Present(body, "extensions"));
    }

    private static ReadRequest Of(string? query, string? operation, JsonElement? variables, JsonElement? extensions)
    {
        if (string.IsNullOrEmpty(query)) return ReadRequest.Malformed("query must be a GraphQL document.");
        if (variables is { ValueKind: not JsonValueKind.Object }) return ReadRequest.Malformed("variables must be an object.");
        return extensions is { ValueKind: not JsonValueKind.Object }
            ? ReadRequest.Malformed("extensions must be an object.")
            : ReadRequest.Of(new GraphQlRequest(query, string.IsNullOrEmpty(operation) ? null : operation, variables));
    }

    private static JsonElement? Present(JsonElement body, string name) =>
        body.TryGetProperty(name, out var value) && value.ValueKind != JsonValueKind.Null ? value : null;

    private static ReadRequest? Text(JsonElement body, string name, out string? text)
    {
        var value = Present(body, name);
        text = value is { ValueKind: JsonValueKind.String } given ? given.GetString() : null;
        return value is null || text is not null ? null : ReadRequest.Malformed($"{name} must be a text.");
    }

    private static ReadRequest? Json(IQueryCollection query, string name, out JsonElement? value)
    {
        value = null;
        if (query[name].FirstOrDefault() is not { Length: > 0 } text) return null;
        try
        {
            var json = JsonElement.Parse(text);
            if (json.ValueKind != JsonValueKind.Null) value = json;
            return null;
        }
        catch (JsonException exception)
        {
            return ReadRequest.Malformed($"{name} is not JSON: {JsonTexts.Describe(exception)}");
        }
    }
}

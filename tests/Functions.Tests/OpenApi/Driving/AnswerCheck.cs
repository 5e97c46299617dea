using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace PersonalizationEngine.Functions.Tests.OpenApi.Driving;

/// <summary>Holds answers against what the document says of them.</summary>
internal sealed class AnswerCheck(ApiDescription api, Vocabulary vocabulary)
{
    private readonly SchemaCheck _schemas = new(api);

    /// <returns>What is otherwise than documented; null where nothing is.</returns>
    public string? WhyWrong(ApiOperation operation, HttpResponseMessage response, byte[] body)
    {
        var status = (int)response.StatusCode;
        if (status >= 500) return "a server error";
        if (IsRefusedByTheProtocol(response, body)) return null;
        // A path that no route takes, because of what was put in the place of a parameter, is nobody's operation.
        var described = operation.Response(status) ?? (status == 404 && IsOfTheHost(body) ? new JsonObject { ["$ref"] = "#/components/responses/Problem404" } : null);
        if (described is null) return "a status that is not documented";
        var content = api.Resolve(described)["content"]?.AsObject();
        if (content is null) return body.Length == 0 ? null : "a body where none is documented";
        var type = response.Content.Headers.ContentType?.MediaType ?? "none";
        if (content[type]?["schema"] is not { } schema) return $"the content type {type}";
        if (type is "application/x-ndjson" or "text/html" or "image/gif") return null;
        if (response.RequestMessage?.Method == HttpMethod.Head) return body.Length == 0 ? null : "a body where there can be none";
        var json = Parse(body);
        if (json is null) return "a body that is no JSON, or has a name twice";
        if (_schemas.WhyWrong(json, schema) is { } reason) return reason;
        if (status < 400) vocabulary.Learn(operation, json);
        return type == "application/problem+json" ? WhyIncomplete(json, status) : null;
    }

    private static string? WhyIncomplete(JsonNode problem, int status)
    {
        if ((int)problem["status"]! != status) return "a problem of another status";
        if (((string)problem["type"]!).EndsWith(":invalid-request", StringComparison.Ordinal) && problem["errors"] is not JsonArray { Count: > 0 }) return "a problem without a field";
        return null;
    }

    /// <summary>What is no HTTP request the web server itself turns away.</summary>
    private static bool IsRefusedByTheProtocol(HttpResponseMessage response, byte[] body) =>
        response.Headers.ConnectionClose == true && body.Length == 0 && (int)response.StatusCode is 400 or 405 or 408 or 411 or 413 or 414 or 431;

    private static bool IsOfTheHost(byte[] body) => ((string?)Parse(body)?["type"])?.StartsWith("https://www.rfc-editor.org/", StringComparison.Ordinal) == true;

    private static JsonNode? Parse(byte[] body)
    {
        try
        {
            return JsonNode.Parse(Encoding.UTF8.GetString(body), null, new JsonDocumentOptions { AllowDuplicateProperties = false });
        }
        catch (JsonException)
        {
            return null;
        }
    }
}

using System.Text.Json.Nodes;
using PersonalizationEngine.Functions.Tests.Running;

namespace PersonalizationEngine.Functions.Tests.OpenApi;

/// <summary>The document that an engine gives out, and nothing else known of the API.</summary>
internal sealed class ApiDescription(string text)
{
    public string Text => text;

    public JsonObject Json { get; } = JsonNode.Parse(text)!.AsObject();

    public IReadOnlyList<ApiOperation> Operations => field ??=
    [
        .. from path in Json["paths"]!.AsObject()
           from operation in path.Value!.AsObject()
           select new ApiOperation(operation.Key.ToUpperInvariant(), path.Key, operation.Value!.AsObject()),
    ];

    public static async Task<ApiDescription> ReadAsync(EngineClient client) =>
        new((await client.SendAsync(HttpMethod.Get, "/api/v1/openapi.json", null, null)).AssertOk().Body);

    /// <summary>What a reference leads to; anything else is what it is.</summary>
    public JsonObject Resolve(JsonNode node)
    {
        while ((string?)node["$ref"] is { } reference)
            node = reference.TrimStart('#', '/').Split('/').Aggregate((JsonNode)Json, (inner, name) => inner[name] ?? throw new InvalidOperationException($"{reference} leads nowhere."));
        return node.AsObject();
    }
}

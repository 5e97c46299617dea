using System.Text.Json.Nodes;

namespace PersonalizationEngine.Functions.Tests.OpenApi;

/// <param name="Method">In upper case.</param>
/// <param name="Path">With the names of its parameters in braces.</param>
internal sealed record ApiOperation(string Method, string Path, JsonObject Json)
{
    /// <summary>The name of the function that answers it.</summary>
    public string Function => (string)Json["x-function"]!;

    public string Id => (string)Json["operationId"]!;

    public IEnumerable<JsonObject> Parameters(string place) =>
        (Json["parameters"]?.AsArray() ?? []).Select(parameter => parameter!.AsObject()).Where(parameter => (string?)parameter["in"] == place);

    /// <summary>The JSON it reads, with its schema and example; null where it reads none.</summary>
    public JsonObject? Body => Json["requestBody"]?["content"]?["application/json"]?.AsObject();

    /// <summary>Null where the status is not described.</summary>
    public JsonNode? Response(int status) => Json["responses"]![$"{status}"];

    public override string ToString() => $"{Method} {Path}";
}

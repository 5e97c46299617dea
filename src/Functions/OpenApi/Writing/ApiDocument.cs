using System.Reflection;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Serialization;
using PersonalizationEngine.Functions.Http;

namespace PersonalizationEngine.Functions.OpenApi.Writing;

/// <summary>
/// The OpenAPI 3.1 document of an assembly, made from its functions, the attributes beside them, the JSON contexts that write
/// their answers, and OpenApi/Schemas for the bodies they read.
/// </summary>
internal static class ApiDocument
{
    private const string Description =
        "Decisions for websites: what a person should see, and why. Bodies are JSON with names in snake_case; in what is sent, null counts as absent. "
        + "Whatever is wrong is told as problem details (RFC 9457), with each field that is wrong and what is accepted. On Azure the platform answers a missing or wrong key with 401 and an empty body.";

    /// <exception cref="InvalidOperationException">A function is marked with a schema or a type that is not there.</exception>
    public static ReadOnlyMemory<byte> Write(Assembly assembly)
    {
        var comments = new DocComments();
        var book = new SchemaBook(comments, Contexts(assembly));
        var writer = new OperationWriter(book, comments);
        var problems = ProblemAnswers.Describe(book);
        var operations = HttpOperation.All(assembly);
        var paths = new JsonObject();
        foreach (var operation in operations)
        {
            if (paths[operation.Path] is not JsonObject path) paths[operation.Path] = path = [];
            path[operation.HttpMethod] = writer.Write(operation);
        }

        var document = new JsonObject
        {
            ["openapi"] = "3.1.1",
            ["info"] = new JsonObject { ["title"] = "Personalization Engine", ["version"] = "1", ["description"] = Description },
            ["servers"] = new JsonArray(new JsonObject { ["url"] = "/", ["description"] = "The engine that gave out this document." }),
            ["tags"] = new JsonArray([.. operations.Select(operation => operation.Tag).Distinct().Order(StringComparer.Ordinal).Select(tag => (JsonNode)new JsonObject { ["name"] = tag })]),
            ["paths"] = paths,
            ["components"] = new JsonObject
            {
                ["schemas"] = book.All,
                ["responses"] = problems,
                ["securitySchemes"] = SecuritySchemes.Describe(),
            },
        };
        return JsonSerializer.SerializeToUtf8Bytes(document, DocumentJson.Default.JsonObject);
    }

    /// <summary>The contexts that the assembly has, the one of most answers first.</summary>
    private static List<JsonSerializerContext> Contexts(Assembly assembly) =>
    [
        ApiJson.Default,
        .. assembly.GetTypes().Where(type => type != typeof(ApiJson) && type.IsSubclassOf(typeof(JsonSerializerContext)))
            .Select(type => type.GetProperty("Default", BindingFlags.Public | BindingFlags.Static)?.GetValue(null)).OfType<JsonSerializerContext>(),
    ];
}

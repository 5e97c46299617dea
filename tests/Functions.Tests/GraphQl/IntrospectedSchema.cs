using System.Text.Json.Nodes;
using PersonalizationEngine.Functions.Tests.Running;

namespace PersonalizationEngine.Functions.Tests.GraphQl;

/// <summary>The schema as a running engine tells it.</summary>
internal sealed class IntrospectedSchema
{
    private const string Question =
        """
        { __schema { queryType { name } types { name kind fields {
          name args { name type { kind } } type { kind name ofType { kind name ofType { kind name ofType { kind name ofType { kind name ofType { kind name } } } } } } } } } }
        """;

    private readonly Dictionary<string, JsonNode> _types;

    private IntrospectedSchema(JsonNode schema) => _types = schema["types"]!.AsArray().ToDictionary(type => (string)type!["name"]!, type => type!);

    /// <summary>Names of the types that have fields, those of introspection itself left out.</summary>
    public IEnumerable<string> Objects => _types.Values.Where(type => (string?)type["kind"] == "OBJECT").Select(type => (string)type["name"]!)
        .Where(name => !name.StartsWith("__", StringComparison.Ordinal));

    public static async Task<IntrospectedSchema> ReadAsync(EngineClient client) => new((await client.AskAsync(Question))["__schema"]!);

    public IReadOnlyList<SchemaField> FieldsOf(string type) =>
    [
        .. _types[type]["fields"]!.AsArray().Select(field => new SchemaField(
            (string)field!["name"]!,
            NamedType(field["type"]!),
            IsObject(NamedType(field["type"]!)),
            [.. field["args"]!.AsArray().Where(argument => (string?)argument!["type"]!["kind"] == "NON_NULL").Select(argument => (string)argument!["name"]!)])),
    ];

    private bool IsObject(string type) => (string?)_types[type]["kind"] == "OBJECT";

    private static string NamedType(JsonNode type) => type["ofType"] is { } inner ? NamedType(inner) : (string)type["name"]!;
}

/// <param name="Type">The type inside lists and what may not be null.</param>
/// <param name="Required">Arguments that must be given.</param>
internal sealed record SchemaField(string Name, string Type, bool IsObject, IReadOnlyList<string> Required);

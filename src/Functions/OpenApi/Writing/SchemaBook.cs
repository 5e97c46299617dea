using System.Text.Json.Nodes;
using System.Text.Json.Serialization;

namespace PersonalizationEngine.Functions.OpenApi.Writing;

/// <summary>The schemas of a document, each under its name once: of C# types as they are on the wire, and of OpenApi/Schemas.</summary>
internal sealed class SchemaBook
{
    public const string Prefix = "#/components/schemas/";

    private readonly SortedDictionary<string, JsonNode?> _schemas = new(StringComparer.Ordinal);
    private readonly TypeSchemas _types;

    public SchemaBook(DocComments comments, IReadOnlyList<JsonSerializerContext> contexts) => _types = new TypeSchemas(this, comments, contexts);

    /// <summary>All that was asked for so far.</summary>
    public JsonObject All
    {
        get
        {
            var all = new JsonObject(_schemas.Select(schema => KeyValuePair.Create(schema.Key, schema.Value?.DeepClone())));
            Open(all);
            return all;
        }
    }

    /// <returns>A reference to the schema of the type.</returns>
    public JsonObject Of(Type type) => _types.Reference(type);

    /// <returns>A reference to a schema of OpenApi/Schemas.</returns>
    /// <exception cref="InvalidOperationException">There is no such file.</exception>
    public JsonObject Of(string name)
    {
        if (!_schemas.ContainsKey(name))
        {
            var schema = Resource.Find($"Schemas/{name}") ?? throw new InvalidOperationException($"There is no schema OpenApi/Schemas/{name}.json.");
            _schemas[name] = schema;
            AddReferred(schema);
        }

        return Reference(name);
    }

    public bool Has(string name) => _schemas.ContainsKey(name);

    public void Add(string name, JsonNode? schema) => _schemas[name] = schema;

    public JsonNode? Find(string name) => _schemas.GetValueOrDefault(name);

    public static JsonObject Reference(string name) => new() { ["$ref"] = Prefix + name };

    /// <summary>The schema itself where a reference stands.</summary>
    public JsonNode? Resolve(JsonNode? schema) => (string?)(schema as JsonObject)?["$ref"] is { } reference ? Find(reference[Prefix.Length..]) : schema;

    /// <summary>Generators take an object that names no fields for one that has none, unless it says that it has any.</summary>
    private static void Open(JsonNode? node)
    {
        if (node is JsonObject map)
        {
            var isFree = map["type"] is { } type && type.ToJsonString().Contains("\"object\"", StringComparison.Ordinal) && !map.ContainsKey("properties") && !map.ContainsKey("additionalProperties");
            foreach (var (name, inner) in map)
                if (name is not ("examples" or "enum" or "const")) Open(inner);
            if (isFree) map["additionalProperties"] = true;
        }
        else if (node is JsonArray list)
        {
            foreach (var inner in list) Open(inner);
        }
    }

    private void AddReferred(JsonNode? schema)
    {
        foreach (var inner in schema switch
        {
            JsonObject map => map.Select(property => property.Value),
            JsonArray list => list,
            _ => [],
        }) AddReferred(inner);
        if ((string?)(schema as JsonObject)?["$ref"] is { } reference) Of(reference[Prefix.Length..]);
    }
}

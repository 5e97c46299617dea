using System.Text.Json;
using System.Text.Json.Nodes;

namespace PersonalizationEngine.Functions.OpenApi.Writing;

/// <summary>Makes an example of an answer out of its schema: the shape is the wire's, the values are what such fields usually hold.</summary>
internal sealed class ExampleMaker(SchemaBook book)
{
    /// <summary>From here on what may be null is, and lists are empty: some things hold things like themselves.</summary>
    private const int Deepest = 5;

    private static readonly Dictionary<string, JsonNode> Usual = new(StringComparer.Ordinal)
    {
        ["id"] = 1,
        ["version"] = 3,
        ["user_id"] = "u-42",
        ["person_id"] = "u-42",
        ["item_id"] = "item-7",
        ["key"] = "spring-sale",
        ["name"] = "Spring sale",
        ["slot"] = "hero",
        ["segment"] = "warm",
        ["score"] = 42.5,
        ["status"] = "running",
        ["next_cursor"] = "YWZ0ZXI6NTA=",
    };

    public JsonNode? Of(JsonNode? schema, string name = "", int depth = 0)
    {
        if (book.Resolve(schema) is not JsonObject known) return null;
        if (known["examples"] is JsonArray { Count: > 0 } examples) return examples[0]?.DeepClone();
        if (known["const"] is { } constant) return constant.DeepClone();
        if (known["enum"] is JsonArray { Count: > 0 } choices) return choices[0]?.DeepClone();
        if ((known["anyOf"] ?? known["oneOf"]) is JsonArray { Count: > 0 } some) return Of(some[depth > Deepest ? ^1 : 0], name, depth + 1);
        var type = known["type"] is JsonArray types ? (string?)types[0] : (string?)known["type"];
        if (Usual.TryGetValue(name, out var usual) && Fits(usual, type)) return usual.DeepClone();
        return type switch
        {
            "object" => Object(known, depth),
            "array" when depth > Deepest => new JsonArray(),
            "array" => Of(known["items"], name, depth + 1) is { } item ? new JsonArray(item) : new JsonArray(),
            "integer" => (known["minimum"]?.DeepClone()) ?? 1,
            "number" => (known["minimum"]?.DeepClone()) ?? 0.5,
            "boolean" => true,
            "string" => (string?)known["format"] == "date-time" ? "2026-05-14T09:30:00Z" : name.Length > 0 ? name : "text",
            "null" => null,
            _ => new JsonObject(),
        };
    }

    private JsonObject Object(JsonObject schema, int depth)
    {
        var made = new JsonObject();
        foreach (var (name, property) in schema["properties"]?.AsObject() ?? []) made[name] = Of(property, name, depth + 1);
        if (made.Count == 0 && schema["additionalProperties"] is JsonObject inner) made["name"] = Of(inner, "name", depth + 1);
        return made;
    }

    private static bool Fits(JsonNode value, string? type) => value.GetValueKind() switch
    {
        JsonValueKind.String => type == "string",
        _ => type == "number" || (type == "integer" && value.ToJsonString().All(char.IsAsciiDigit)),
    };
}

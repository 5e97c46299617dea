using System.Text.Json.Nodes;
using PersonalizationEngine.Functions.Http.Problems;

namespace PersonalizationEngine.Functions.OpenApi.Writing;

/// <summary>Answers that say what is wrong, one for each status, which operations refer to.</summary>
internal static class ProblemAnswers
{
    private const string Prefix = "Problem";

    public static JsonObject Reference(int status) => new() { ["$ref"] = $"#/components/responses/{Prefix}{status}" };

    public static JsonObject Describe(SchemaBook book)
    {
        var schema = book.Of(typeof(Problem));
        var problem = book.Find(nameof(Problem))!.AsObject();
        problem["properties"]!["type"]!["enum"] = new JsonArray([.. ProblemKind.All.Select(kind => (JsonNode)kind.Type), .. ProblemKind.OfTheHost.Select(type => (JsonNode)type)]);
        problem["properties"]!["traceId"] = new JsonObject { ["type"] = "string", ["description"] = "By which logs and traces know the request; absent where nobody traces." };
        // The host's own problems have no errors, ours have them as null where there are none.
        problem["required"] = new JsonArray("type", "title", "status");
        return new JsonObject(ProblemKind.All.GroupBy(kind => kind.Status).OrderBy(kinds => kinds.Key).Select(kinds => KeyValuePair.Create(
            $"{Prefix}{kinds.Key}", (JsonNode?)Response(kinds, schema))));
    }

    private static JsonObject Response(IGrouping<int, ProblemKind> kinds, JsonObject schema) => new()
    {
        ["description"] = string.Join("; or: ", kinds.Select(kind => kind.Title)) + ".",
        ["content"] = new JsonObject
        {
            ["application/problem+json"] = new JsonObject
            {
                ["schema"] = schema.DeepClone(),
                ["examples"] = new JsonObject(kinds.Select(kind => KeyValuePair.Create(kind.Name, (JsonNode?)new JsonObject { ["value"] = Example(kind) }))),
            },
        },
    };

    private static JsonObject Example(ProblemKind kind) => new()
    {
        ["type"] = kind.Type,
        ["title"] = kind.Title,
        ["status"] = kind.Status,
        ["detail"] = kind == ProblemKind.Invalid ? "n must be a whole number from 1 to 100" : null,
        ["errors"] = kind == ProblemKind.Invalid
            ? new JsonArray(new JsonObject { ["field"] = "n", ["pointer"] = null, ["message"] = "must be a whole number from 1 to 100" })
            : null,
    };
}

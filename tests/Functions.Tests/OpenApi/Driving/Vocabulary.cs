using System.Text.Json;
using System.Text.Json.Nodes;

namespace PersonalizationEngine.Functions.Tests.OpenApi.Driving;

/// <summary>Texts and numbers that answers held, by the name of their field, as far as they are of use in other requests.</summary>
internal sealed class Vocabulary
{
    private const int Kept = 40;

    /// <summary>Names under which the same thing is asked for elsewhere.</summary>
    private static readonly Dictionary<string, string> Aliases = new() { ["userId"] = "user_id", ["itemId"] = "item_id", ["experiment"] = "key", ["recommend_id"] = "decision_id" };

    private readonly Dictionary<string, List<JsonNode>> _values = [];

    /// <summary>Which part of the API a request is for, as its ids are not those of others.</summary>
    [ThreadStatic]
    private static string? _tag;

    public static void For(ApiOperation operation) => _tag = (string?)operation.Json["tags"]![0];

    public void Learn(ApiOperation operation, JsonNode? answer)
    {
        lock (_values) Take(answer, "", (string)operation.Json["tags"]![0]!);
    }

    public bool Knows(string name)
    {
        lock (_values) return _values.ContainsKey(Local(Aliases.GetValueOrDefault(name, name), _tag));
    }

    public string? Text(string name, Random random) => Pick(name, JsonValueKind.String, random)?.GetValue<string>();

    public long? Whole(string name, Random random) => Pick(name, JsonValueKind.Number, random) is { } number && long.TryParse(number.ToJsonString(), out var whole) ? whole : null;

    private static string Local(string name, string? tag) => name is "id" or "version" ? $"{tag}/{name}" : name;

    private void Take(JsonNode? answer, string name, string tag)
    {
        switch (answer)
        {
            case JsonObject map:
                foreach (var (inner, value) in map) Take(value, inner, tag);
                break;
            case JsonArray list:
                foreach (var item in list.Take(3)) Take(item, name, tag);
                break;
            case JsonValue value when value.ToJsonString().Length < 5000:
                name = Local(name, tag);
                if (!_values.TryGetValue(name, out var known)) _values[name] = known = [];
                if (known.Count >= Kept) known.RemoveAt(0);
                known.Add(value.DeepClone());
                break;
        }
    }

    private JsonNode? Pick(string name, JsonValueKind kind, Random random)
    {
        lock (_values)
        {
            // The latest half of the time: what came with one answer then often goes together.
            var known = _values.GetValueOrDefault(Local(Aliases.GetValueOrDefault(name, name), _tag));
            return known?[random.Next(2) == 0 ? ^1 : random.Next(known.Count)] is { } one && one.GetValueKind() == kind ? one : null;
        }
    }
}

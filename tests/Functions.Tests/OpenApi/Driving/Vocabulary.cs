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

    public void Learn(JsonNode? answer, string name = "")
    {
        lock (_values) Take(answer, name);
    }

    public string? Text(string name, Random random) => Pick(name, JsonValueKind.String, random)?.GetValue<string>();

    public JsonNode? Number(string name, Random random) => Pick(name, JsonValueKind.Number, random)?.DeepClone();

    private void Take(JsonNode? answer, string name)
    {
        switch (answer)
        {
            case JsonObject map:
                foreach (var (inner, value) in map) Take(value, inner);
                break;
            case JsonArray list:
                foreach (var item in list.Take(3)) Take(item, name);
                break;
            case JsonValue value when value.ToJsonString().Length < 5000:
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
            var known = _values.GetValueOrDefault(Aliases.GetValueOrDefault(name, name));
            return known?[random.Next(known.Count)] is { } one && one.GetValueKind() == kind ? one : null;
        }
    }
}

using System.Text.Json;
using System.Text.Json.Nodes;

namespace PersonalizationEngine.Core.Rules.Conditions.Named;

/// <summary>
/// Writes a condition out in full, for readers that know no segments, such as GrowthBook's SDKs: each is replaced by what it says.
/// One that is not there, or leads too far, becomes a part that never holds. Saved groups stay named.
/// </summary>
/// <param name="segments">The condition of each segment by key.</param>
public sealed class SegmentText(IReadOnlyDictionary<string, JsonElement> segments)
{
    public JsonObject WriteOut(JsonElement condition) => WriteOut(condition, 0);

    private JsonObject WriteOut(JsonElement condition, int depth)
    {
        var rest = new JsonObject();
        var parts = new List<JsonObject>();
        foreach (var member in condition.EnumerateObject())
        {
            switch (member.Name)
            {
                case "$and" or "$or" or "$nor": rest[member.Name] = List(member.Value.EnumerateArray().Select(part => WriteOut(part, depth))); break;
                case "$not": rest[member.Name] = WriteOut(member.Value, depth); break;
                case "$inSegment": parts.Add(new JsonObject { ["$or"] = List(Named(member.Value, depth)) }); break;
                case "$notInSegment": parts.Add(new JsonObject { ["$nor"] = List(Named(member.Value, depth)) }); break;
                case "$savedGroups": parts.AddRange(Named(member.Value, depth)); break;
                default: rest[member.Name] = Copy(member.Value); break;
            }
        }

        if (parts.Count == 0) return rest;
        if (rest.Count > 0) parts.Insert(0, rest);
        return parts.Count == 1 ? parts[0] : new JsonObject { ["$and"] = List(parts) };
    }

    /// <param name="keys">One key, or a list of them.</param>
    private IEnumerable<JsonObject> Named(JsonElement keys, int depth) => keys.ValueKind == JsonValueKind.Array
        ? keys.EnumerateArray().Select(key => Named(key.GetString()!, depth))
        : [Named(keys.GetString()!, depth)];

    private JsonObject Named(string key, int depth) => depth < SegmentGraph.MaxDepth && segments.TryGetValue(key, out var condition)
        ? WriteOut(condition, depth + 1)
        : new JsonObject { ["$not"] = new JsonObject() };

    private static JsonArray List(IEnumerable<JsonObject> parts) => [.. parts];

    private static JsonNode? Copy(JsonElement value) => JsonNode.Parse(value.GetRawText());
}

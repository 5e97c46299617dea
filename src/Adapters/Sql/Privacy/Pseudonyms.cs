using System.Text.Json;
using System.Text.Json.Nodes;
using PersonalizationEngine.Engine.Privacy;

namespace PersonalizationEngine.Adapters.Sql.Privacy;

/// <summary>Puts pseudonyms where names of erased people stand: the fact stays, and that two facts are about one person.</summary>
internal sealed class Pseudonyms(TombstoneKey key, Names names)
{
    public string In(string text)
    {
        if (names.IsOne(text)) return key.Pseudonym(text);
        if (text.StartsWith('{') && Parsed(text) is { } json) return Rewritten(json)!.ToJsonString();
        return names.Long.Aggregate(text, (rest, name) => rest.Replace(name, key.Pseudonym(name), StringComparison.OrdinalIgnoreCase));
    }

    private static JsonNode? Parsed(string text)
    {
        try
        {
            return JsonNode.Parse(text);
        }
        catch (JsonException)
        {
            return null;
        }
    }

    private JsonNode? Rewritten(JsonNode? node) => node switch
    {
        JsonObject map => new JsonObject(map.Select(pair => KeyValuePair.Create(In(pair.Key), Rewritten(pair.Value)))),
        JsonArray list => new JsonArray([.. list.Select(Rewritten)]),
        JsonValue value when value.TryGetValue<string>(out var text) => In(text),
        _ => node?.DeepClone(),
    };
}

using System.Text.Json.Nodes;

namespace PersonalizationEngine.Functions.Tests.OpenApi.Driving;

/// <summary>Makes values that fit their schemas, by chance: the same seed makes the same ones. What the API answered before is used again where a field has its name.</summary>
internal sealed class SampleMaker(ApiDescription api, Random random, Vocabulary vocabulary)
{
    private const int Deepest = 6;
    private const string Letters = "abcdefghijklmnopqrstuvwxyz0123456789";

    private static readonly string[] Words = ["hero", "u-42", "item-7", "DE", "Grüße", "日本語", "O'Neil; --", "pricing", "<b>", "a b"];

    public JsonNode? Make(JsonNode schemaNode, string name = "", int depth = 0)
    {
        var schema = api.Resolve(schemaNode);
        if (schema["const"] is { } constant) return constant.DeepClone();
        if (schema["examples"] is JsonArray { Count: > 0 } examples && (depth > Deepest || random.Next(5) < Examples(schema)))
            return examples[random.Next(examples.Count)]!.DeepClone();
        if ((schema["anyOf"] ?? schema["oneOf"]) is JsonArray some) return Make(some[random.Next(some.Count)]!, name, depth);
        if (schema["enum"] is JsonArray choices) return choices[random.Next(choices.Count)]?.DeepClone();
        var types = schema["type"] is { } type ? SchemaCheck.Types(type).ToList() : ["object", "string", "number", "boolean", "null"];
        var chosen = types.Count > 1 && types[^1] == "null" && random.Next(6) > 0 ? types[random.Next(types.Count - 1)] : types[random.Next(types.Count)];
        return chosen switch
        {
            "object" => Object(schema, depth),
            "array" => Array(schema, name, depth),
            "string" => Text(schema, name),
            "integer" => Whole(schema, name),
            "number" => Number(schema),
            "boolean" => random.Next(2) == 0,
            _ => null,
        };
    }

    /// <summary>How often of five an example is taken: mostly where the schema says little, as of conditions.</summary>
    private static int Examples(JsonObject schema) =>
        schema.ContainsKey("properties") || schema.ContainsKey("anyOf") || schema.ContainsKey("oneOf") ? 1 : schema.ContainsKey("type") ? 4 : 5;

    private JsonObject Object(JsonObject schema, int depth)
    {
        var made = new JsonObject();
        var required = schema["required"]?.AsArray().Select(name => (string)name!).ToHashSet() ?? [];
        foreach (var (name, property) in schema["properties"]?.AsObject() ?? [])
            if (required.Contains(name) || (depth < Deepest && random.Next(vocabulary.Knows(name) ? 2 : 4) == 0)) made[name] = Make(property!, name, depth + 1);
        if (made.Count == 0 && schema["properties"] is null && random.Next(3) > 0)
            made[(string?)schema["propertyNames"]?["enum"]?[0] ?? Words[random.Next(4)]] = schema["additionalProperties"] is JsonObject inner ? Make(inner, "", depth + 1) : random.Next(100);
        return made;
    }

    private JsonArray Array(JsonObject schema, string name, int depth)
    {
        var most = (int?)schema["maxItems"] ?? 3;
        var count = Math.Max((int?)schema["minItems"] ?? 0, random.Next(100) == 0 ? Math.Min(most, 50) : random.Next(Math.Min(most, 3) + 1));
        return new JsonArray([.. Enumerable.Range(0, count).Select(_ => Make(schema["items"] ?? new JsonObject(), name, depth + 1))]);
    }

    private JsonNode Text(JsonObject schema, string name)
    {
        if (schema["contentSchema"] is { } content) return Make(content)?.ToJsonString() ?? "null";
        if ((string?)schema["format"] == "date-time") return $"20{random.Next(24, 28)}-0{random.Next(1, 10)}-1{random.Next(10)}T0{random.Next(10)}:30:00Z";
        var (least, most) = ((int?)schema["minLength"] ?? 0, (int?)schema["maxLength"] ?? 100);
        var pattern = (string?)schema["pattern"];
        if (random.Next(4) > 0 && vocabulary.Text(name, random) is { } known && known.Length <= most && known.Length >= least && (pattern is null || Fits(known, pattern))) return known;
        var plain = new string([.. Enumerable.Range(0, Math.Clamp(random.Next(12), Math.Max(least, 1), most)).Select(_ => Letters[random.Next(Letters.Length)])]);
        return (random.Next(30), pattern) switch
        {
            (0, _) when least == 0 => "",
            (1, _) when most < 5000 => new string('x', most),
            ( < 8, _) when Words[random.Next(Words.Length)] is var word && word.Length <= most && (pattern is null || Fits(word, pattern)) => word,
            _ when pattern is null || Fits(plain, pattern) => plain,
            _ => pattern.Contains("{2}", StringComparison.Ordinal) ? "DE" : "EUR",
        };
    }

    private JsonNode Whole(JsonObject schema, string name)
    {
        var (least, most) = ((long?)schema["minimum"] ?? 0, (long?)schema["maximum"] ?? 1000);
        if (random.Next(4) > 0 && vocabulary.Whole(name, random) is { } known && known >= least && known <= most) return known;
        return random.Next(8) switch { 0 => least, 1 => most, _ => random.NextInt64(least, Math.Min(most, least + 20) + 1) };
    }

    private JsonNode Number(JsonObject schema)
    {
        var (least, most) = ((double?)schema["minimum"] ?? -1000, (double?)schema["maximum"] ?? 1000);
        return random.Next(8) switch { 0 => least, 1 => most, _ => least + ((most - least) * Math.Round(random.NextDouble(), 3)) };
    }

    private static bool Fits(string text, string pattern) => System.Text.RegularExpressions.Regex.IsMatch(text, pattern);
}

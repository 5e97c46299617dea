using System.Text;
using System.Text.Json.Nodes;

namespace PersonalizationEngine.Functions.Tests.Hostile;

/// <summary>Sound documents of every endpoint, and what a malicious or broken client makes of them.</summary>
internal static class HostileDocuments
{
    private const string Mark = "\u0001raw";

    /// <summary>By what they are; @ stands for the id of a real decision.</summary>
    private static readonly (string Kind, string Text)[] Sound =
    [
        ("rule", """{"name": "n", "priority": 1, "active": true, "conditions": {"id": "nobody", "$or": [{"score": {"$gte": 50}}, {"segment": {"$in": ["hot_lead"]}}]}, "actions": [{"type": "show", "slot": "hero", "content": {"a": [1, null]}}, {"type": "boost", "where": {"tags": {"$all": ["x"]}}, "factor": 2}, {"type": "pin", "item_id": "i", "position": 1}], "start_date": "2026-05-01T00:00:00Z", "end_date": null}"""),
        ("rule", """{"name": "n", "conditions": {"context.page": {"$regex": "^/(a|b)+$"}, "v": {"$vgte": "1.2"}, "list": {"$elemMatch": {"$gt": 3}}, "$not": {"x": {"$exists": true}}}, "actions": [{"type": "set", "attribute": "a", "value": 1}, {"type": "message", "channel": "email", "template": "t", "every_days": 3}]}"""),
        ("experiment", """{"key": "fuzz", "name": "n", "status": "draft", "variants": [{"key": "a", "weight": 0.5}, {"key": "b", "weight": 0.5}], "traffic_allocation": 0.5, "seed": "s", "condition": {"country": "DE"}, "end_date": "2027-05-01T00:00:00Z"}"""),
        ("preview", """{"rule": {"name": "n", "conditions": {"a": {"$regex": "^x+$"}}, "actions": [{"type": "filter", "where": {}}]}, "user_id": "u", "context": {"page": "/"}, "at": "2026-05-01T00:00:00Z"}"""),
        ("preview", """{"rule": {"name": "n", "conditions": {"v": {"$vgt": "1.2"}, "list": {"$size": {"$gt": 1}}}, "actions": [{"type": "show", "slot": "hero", "content": 1}]}, "attributes": {"v": "1.10", "list": [1, 2]}}"""),
        ("feedback", """[{"type": "impression", "decision_id": "@", "slot": "hero", "event_id": "e"}, {"type": "conversion", "decision_id": "@", "goal": "g", "value": 5, "timestamp": 1770000000000}, {"type": "click", "decision_id": "@", "slot": "hero"}]"""),
        ("replay", """{"ids": [1, 2, 3]}"""),
        ("replay", "{}"),
        ("rybbit", """{"type": "pageview", "site_id": "1", "user_id": "u", "pathname": "/pricing", "querystring": "?utm_source=x", "properties": {"item_id": "i"}, "timestamp": "2026-05-14T09:30:00Z", "session_id": "s"}"""),
        ("rybbit", """[{"type": "custom_event", "site_id": 1, "anonymous_id": "d", "event_name": "demo_request", "properties": "{\"a\":1}"}, {"type": "identify", "site_id": "1", "user_id": "u", "traits": {"plan": "pro"}}]"""),
        ("cdp", """{"type": "customer.upserted", "event_id": "e", "timestamp": "2026-05-14T09:30:00Z", "data": {"user_id": "u", "email": "a@b.c", "country": "DE", "traits": {"a": 1}}}"""),
        ("cdp", """[{"type": "item.upserted", "data": {"item_id": "i", "title": "t", "categories": ["a"], "attributes": {"x": 1}}}, {"type": "identity.linked", "data": {"user_id": "u", "aliases": ["v", "w"]}}]"""),
    ];

    /// <param name="kind">What the endpoint expects; now and then it gets something else.</param>
    public static byte[] Next(Random random, string kind, string decision)
    {
        var fitting = Sound.Where(one => one.Kind == kind).ToArray();
        var choices = fitting.Length == 0 || random.Next(8) == 0 ? Sound : fitting;
        var text = Changed(choices[random.Next(choices.Length)].Text, random).Replace("\"@\"", $"\"{decision}\"", StringComparison.Ordinal);
        return random.Next(15) switch
        {
            0 => Nested(random),
            1 => Encoding.UTF8.GetBytes(text[..random.Next(text.Length + 1)]),
            2 => Flipped(Encoding.UTF8.GetBytes(text), random),
            3 => Encoding.UTF8.GetBytes(HostileTexts.RawJson[random.Next(HostileTexts.RawJson.Length)]),
            4 => Encoding.Unicode.GetBytes(text),
            5 => [.. "\uFEFF"u8, .. Encoding.UTF8.GetBytes(text)],
            _ => Encoding.UTF8.GetBytes(text),
        };
    }

    private static string Changed(string text, Random random)
    {
        var root = JsonNode.Parse(text)!;
        var raw = new List<string>();
        for (var changes = random.Next(4); changes > 0; changes--) Change(root, random, raw);
        text = root.ToJsonString();
        for (var i = 0; i < raw.Count; i++) text = text.Replace($"\"\\u0001raw{i}\\u0001\"", raw[i], StringComparison.Ordinal);
        return text;
    }

    /// <summary>One value somewhere in the document is replaced, doubled, taken out or pushed into another.</summary>
    private static void Change(JsonNode root, Random random, List<string> raw)
    {
        var place = root;
        while (random.Next(4) > 0 && Children(place) is { Count: > 0 } children) place = children[random.Next(children.Count)];
        switch (place.Parent)
        {
            case JsonObject parent:
                var name = place.GetPropertyName();
                if (random.Next(6) == 0) parent.Remove(name);
                else if (random.Next(6) == 0) parent[HostileText(random)] = place.DeepClone();
                else parent[name] = Hostile(random, raw);
                break;
            case JsonArray parent:
                if (random.Next(6) == 0) parent.Add(place.DeepClone());
                else parent[place.GetElementIndex()] = Hostile(random, raw);
                break;
        }
    }

    private static List<JsonNode> Children(JsonNode node) => node switch
    {
        JsonObject map => [.. map.Select(property => property.Value).OfType<JsonNode>()],
        JsonArray list => [.. list.OfType<JsonNode>()],
        _ => [],
    };

    private static JsonNode? Hostile(Random random, List<string> raw)
    {
        if (random.Next(2) == 0) return HostileText(random);
        raw.Add(random.Next(10) == 0 ? Encoding.UTF8.GetString(Nested(random)) : HostileTexts.RawJson[random.Next(HostileTexts.RawJson.Length)]);
        return $"{Mark}{raw.Count - 1}\u0001";
    }

    public static string HostileText(Random random) => random.Next(8) switch
    {
        0 => new string((char)random.Next('a', 'z'), 1 << random.Next(4, 17)),
        1 => string.Concat(Enumerable.Range(0, random.Next(40)).Select(_ => char.ConvertFromUtf32(random.Next(0x20, 0xD7FF)))),
        < 5 => HostileTexts.Sql[random.Next(HostileTexts.Sql.Length)],
        _ => HostileTexts.Odd[random.Next(HostileTexts.Odd.Length)],
    };

    private static byte[] Nested(Random random)
    {
        var depth = 1 << random.Next(4, 14);
        var (open, close) = random.Next(3) switch { 0 => ("[", "]"), 1 => ("{\"a\":", "}"), _ => ("{\"$not\":", "}") };
        return Encoding.UTF8.GetBytes($"{string.Concat(Enumerable.Repeat(open, depth))}1{(random.Next(2) == 0 ? string.Concat(Enumerable.Repeat(close, depth)) : "")}");
    }

    private static byte[] Flipped(byte[] bytes, Random random)
    {
        for (var i = random.Next(1, 6); i > 0 && bytes.Length > 0; i--) bytes[random.Next(bytes.Length)] = (byte)random.Next(256);
        return bytes;
    }
}

using System.Text;
using System.Text.Json.Nodes;

namespace PersonalizationEngine.Functions.Tests.OpenApi.Driving;

/// <summary>Makes a body wrong in one or a few ways.</summary>
internal static class BodyMutation
{
    private const string Mark = "@@odd@@";

    /// <summary>As they stand in JSON: wrong types, numbers at and beyond every edge, texts that programs stumble over.</summary>
    private static readonly string[] Odd =
    [
        "null", "true", "false", "0", "-1", "-0", "1e999", "-1e999", "1e-400", "0.1", "99999999999999999999", "2147483648", "-2147483649", "9223372036854775808", "1.7976931348623157e308",
        "\"\"", "\" \"", "\"\\u0000\"", "\"a\\u0000b\"", "\"\\ud800\"", "\"\\udc00x\"", "\"\\ufffd\"", "\"\\u202egnp\"", "\"\U0001F469\u200D\U0001F4BB\"", "\"e\u0301\"", "\"\\u001b[31m\"",
        "\"${jndi:ldap://x}\"", "\"' or 1=1; --\"", "\"{{7*7}}\"", "\"../../etc/passwd\"", "\"1e5\"", "\"NaN\"", "\"true\"", "\"0001-01-01T00:00:00Z\"", "\"9999-12-31T23:59:59.9999999-14:00\"", "\"2026-02-30T00:00:00Z\"",
        "[]", "{}", "[null]", "[[]]", "[{}]", "{\"\":null}", "{\"a\":1,\"a\":2}", "{\"$where\":\"sleep(1)\"}", "{\"$regex\":\"(a+)+$\"}", "{\"$not\":{\"$not\":{}}}", "{\"__proto__\":{}}",
    ];

    public static byte[] Mutate(JsonNode? body, Random random)
    {
        var holder = new JsonObject { ["root"] = body?.DeepClone() };
        List<string> odd = [];
        for (var times = random.Next(5) == 0 ? 3 : 1; times > 0; times--) Change(holder, random, odd);
        var text = holder["root"]?.ToJsonString() ?? "null";
        foreach (var one in odd) text = text.Replace($"\"{Mark}{odd.IndexOf(one)}\"", one, StringComparison.Ordinal);
        return Spoil(text, random);
    }

    private static void Change(JsonObject holder, Random random, List<string> odd)
    {
        var places = new List<(JsonNode Parent, object Place)>();
        Collect(holder, places);
        var (parent, place) = places[random.Next(places.Count)];
        if (parent is JsonObject map)
        {
            var name = (string)place;
            switch (random.Next(8))
            {
                case 0 when map != holder:
                    map.Remove(name);
                    return;
                case 1 when map != holder:
                    map[random.Next(2) == 0 ? "zzz" : name + "_"] = 1;
                    return;
                case 2 when map != holder && map[name] is { } moved:
                    map.Remove(name);
                    map[name.ToUpperInvariant()] = moved;
                    return;
                default:
                    map[name] = Mark + Add();
                    return;
            }
        }

        var list = parent.AsArray();
        if (random.Next(3) == 0) list.Add(list[(int)place]?.DeepClone());
        else list[(int)place] = Mark + Add();

        int Add()
        {
            odd.Add(random.Next(12) switch
            {
                0 => $"\"{new string('x', 1 << random.Next(6, 18))}\"",
                1 => string.Concat(Enumerable.Repeat("[", 100)) + string.Concat(Enumerable.Repeat("]", 100)),
                2 => $"[{string.Join(',', Enumerable.Range(0, 3000))}]",
                3 => string.Concat(Enumerable.Repeat("{\"$and\":[", 40)) + "{}" + string.Concat(Enumerable.Repeat("]}", 40)),
                _ => Odd[random.Next(Odd.Length)],
            });
            return odd.Count - 1;
        }
    }

    private static void Collect(JsonNode node, List<(JsonNode, object)> places)
    {
        if (node is JsonObject map)
        {
            foreach (var (name, value) in map)
            {
                places.Add((map, name));
                if (value is not null) Collect(value, places);
            }
        }
        else if (node is JsonArray list)
        {
            for (var i = 0; i < list.Count; i++)
            {
                places.Add((list, i));
                if (list[i] is { } value) Collect(value, places);
            }
        }
    }

    /// <summary>Now and then what comes is not even JSON, or no text.</summary>
    private static byte[] Spoil(string text, Random random)
    {
        var bytes = Encoding.UTF8.GetBytes(text);
        switch (random.Next(20))
        {
            case 0: return bytes[..random.Next(bytes.Length)];
            case 1:
                bytes[random.Next(bytes.Length)] = (byte)random.Next(256);
                return bytes;
            case 2: return [];
            case 3: return Encoding.Unicode.GetBytes(text);
            case 4: return [.. bytes, (byte)random.Next(256)];
            default: return bytes;
        }
    }
}

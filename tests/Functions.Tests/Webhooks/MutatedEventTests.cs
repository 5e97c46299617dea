using System.Text.Json.Nodes;
using PersonalizationEngine.Functions.Tests.Running;

namespace PersonalizationEngine.Functions.Tests.Webhooks;

/// <summary>Events and bodies bent out of shape by a seeded hand: each is taken or refused with a reason, none is a 5xx.</summary>
public sealed class MutatedEventTests(SharedEngine engine)
{
    private static readonly string[] OddValues =
    [
        "null", "true", "0", "-1", "1e308", "1e999", "\"\"", "\" \"", "\"\\u0000\"", "\"\\u202e\"", "\"💥\"", "[]", "[[]]", "{}", "{\"\":{}}",
        "\"null\"", "\"0\"", "\"../..\"", "\"%00%2F\"", "\"' or 1=1 --\"", "\"{{7*7}}\"", "9223372036854775808", "0.1", "[null]", "\"2026-13-01T00:00:00Z\"",
    ];

    [Theory]
    [InlineData("rybbit", 1)]
    [InlineData("rybbit", 2)]
    [InlineData("cdp", 3)]
    [InlineData("cdp", 4)]
    public async Task Post_BentEvents_AreTakenOrRefusedWithAReason(string source, int seed)
    {
        var random = new Random(seed);
        var bent = Enumerable.Range(0, 400).Select(_ => Bend(random, Sound(random, source))).ToList();

        var answer = await engine.Client.SendEventsAsync(source, $"[{string.Join(',', [Sound(random, source), .. bent])}]");

        Assert.True(answer.Status == 200, answer.Body);
        Assert.Equal(401, answer.Json["results"]!.AsArray().Count);
        Assert.All(answer.Json["results"]!.AsArray(), result =>
        {
            Assert.Contains((string?)result!["status"], (string[])["accepted", "duplicate", "refused"]);
            if ((string?)result["status"] == "refused") Assert.NotEmpty((string)result["reason"]!);
        });
    }

    [Theory]
    [InlineData(5)]
    [InlineData(6)]
    public async Task Post_BentBytes_AreNo5xx(int seed)
    {
        var random = new Random(seed);
        for (var i = 0; i < 100; i++)
        {
            var body = System.Text.Encoding.UTF8.GetBytes($"{Sound(random, "rybbit")}\n{Sound(random, "rybbit")}");
            for (var change = random.Next(1, 4); change > 0; change--) body[random.Next(body.Length)] = (byte)random.Next(256);

            var answer = await Proof.OfToken.SendAsync(engine.Client, "rybbit", body);

            if (answer.Status != 200) answer.AssertProblem(400);
        }
    }

    private static string Sound(Random random, string source)
    {
        var user = $"bent-{random.Next(50)}";
        if (source == "rybbit")
        {
            return Sent.Rybbit(user, "custom_event", random.Next(1, 1000), "s1",
                ("event_name", "x"), ("pathname", "/blog/x"), ("querystring", "?utm_source=x"), ("properties", new JsonObject { ["item_id"] = "y" }),
                ("screenWidth", 100), ("anonymous_id", $"device-{user}"), ("traits", new JsonObject { ["a"] = 1 })).ToJsonString();
        }

        string[] types = ["customer.upserted", "identity.linked", "lead.submitted", "lead.converted", "consent.updated", "item.upserted"];
        var (type, bentItem) = (types[random.Next(types.Length)], $"bent-{random.Next(20)}");
        return Sent.Cdp(type, 1, new JsonObject
        {
            ["user_id"] = user,
            ["email"] = "a@b.c",
            ["country"] = "DE",
            ["timezone"] = "Europe/Berlin",
            ["alias"] = $"alias-{user}",
            ["traits"] = new JsonObject { ["a"] = 1 },
            ["form"] = "f",
            ["goal"] = "g",
            ["value"] = 1,
            ["currency"] = "EUR",
            ["purpose"] = "email",
            ["granted"] = true,
            ["item_id"] = bentItem,
            ["categories"] = new JsonArray("bent"),
            ["hidden"] = true,
        }).ToJsonString();
    }

    /// <summary>Gives one or two fields a value they were not made for, or takes them away.</summary>
    private static string Bend(Random random, string json)
    {
        var root = JsonNode.Parse(json)!.AsObject();
        for (var change = random.Next(1, 3); change > 0; change--)
        {
            var holder = root["data"] is JsonObject data && random.Next(3) > 0 ? data : root;
            if (holder.Count == 0) continue;
            var name = holder.ElementAt(random.Next(holder.Count)).Key;
            if (random.Next(5) == 0) holder.Remove(name);
            else holder[name] = JsonNode.Parse(OddValues[random.Next(OddValues.Length)]);
        }

        return root.ToJsonString();
    }
}

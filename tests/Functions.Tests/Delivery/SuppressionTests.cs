using System.Text.Json.Nodes;
using PersonalizationEngine.Functions.Tests.Running;

namespace PersonalizationEngine.Functions.Tests.Delivery;

/// <summary>Addresses that get nothing, as administrators see them.</summary>
public sealed class SuppressionTests(MessagingEngine engine) : IClassFixture<MessagingEngine>
{
    [Fact]
    public async Task Suppression_AddedListedLifted_IsOneAddressInOneForm()
    {
        var name = Sent.NewId("ann");
        (await AddAsync($"  {name}@Example.COM ", "complaint")).AssertOk();
        var again = (await AddAsync($"{name}@example.com", "bounce")).AssertOk().Json;
        Assert.Equal(($"{name}@example.com", "complaint", "_master"), ((string)again["address"]!, (string)again["reason"]!, (string)again["source"]!));

        Assert.Single(await ListAsync($"address={name}"));
        Assert.Single(await ListAsync($"address={name}&reason=complaint&channel=email"));
        Assert.Empty(await ListAsync($"address={name}&reason=bounce"));
        (await engine.Client.AdminAsync(HttpMethod.Delete, $"suppressions?channel=email&address={name.ToUpperInvariant()}@example.com")).AssertOk();
        (await engine.Client.AdminAsync(HttpMethod.Delete, $"suppressions?channel=email&address={name}@example.com")).AssertProblem(404);
        Assert.Empty(await ListAsync($"address={name}"));
    }

    [Theory]
    [InlineData("""{"channel":"email","address":"nobody"}""", "address")]
    [InlineData("""{"channel":"sms","address":"0151 1234"}""", "address")]
    [InlineData("""{"channel":"website","address":"x"}""", "channel")]
    [InlineData("""{"channel":"email","address":"a@b.example","reason":"mood"}""", "reason")]
    [InlineData("""{"channel":"email","address":"a@b.example","expires_at":"2020-01-01T00:00:00Z"}""", "expires_at")]
    public async Task Add_WhatCannotBe_NamesTheField(string document, string field) =>
        (await engine.Client.AdminAsync(HttpMethod.Post, "suppressions", document)).AssertProblem(400, field);

    [Fact]
    public async Task Import_TenThousand_AreThereAndPagedThrough()
    {
        var name = Sent.NewId("many");
        var list = new JsonArray([.. Enumerable.Range(0, 10_000).Select(i => (JsonNode)new JsonObject { ["channel"] = "email", ["address"] = $"{name}-{i:D5}@example.com" })]);
        var answer = (await engine.Client.AdminAsync(HttpMethod.Post, "suppressions/import", new JsonObject { ["suppressions"] = list }.ToJsonString())).AssertOk().Json;
        Assert.Equal((10_000, 10_000), ((int)answer["read"]!, (int)answer["written"]!));

        var seen = new HashSet<string>();
        string? cursor = null;
        do
        {
            var page = (await engine.Client.AdminAsync(HttpMethod.Get, $"suppressions?limit=200&address={name}-00{(cursor is null ? "" : $"&cursor={cursor}")}")).AssertOk().Json;
            seen.UnionWith(page["items"]!.AsArray().Select(one => (string)one!["address"]!));
            cursor = (string?)page["next_cursor"];
        }
        while (cursor is not null);

        Assert.Equal(1000, seen.Count);
        list.Add(new JsonObject { ["channel"] = "email", ["address"] = "x@example.com" });
        (await engine.Client.AdminAsync(HttpMethod.Post, "suppressions/import", new JsonObject { ["suppressions"] = list.DeepClone() }.ToJsonString())).AssertProblem(400, "suppressions");
        (await engine.Client.AdminAsync(HttpMethod.Post, "suppressions/import", """{"suppressions":[{"channel":"email","address":"one@example.com"},{"channel":"email","address":"two"}]}""")).AssertProblem(400, "suppressions[1].address");
        Assert.Empty(await ListAsync("address=one@example.com"));
    }

    [Fact]
    public async Task Erasure_OfItsOwner_KeepsTheAddressSuppressedAndHidesIt()
    {
        var name = Sent.NewId("gone");
        var user = await engine.PersonAsync(email: $"{name}@example.com", phone: "+49 151 98765432");
        (await AddAsync($"{name}@example.com", "complaint")).AssertOk();
        (await engine.Client.AdminAsync(HttpMethod.Delete, $"people/{user}")).AssertOk();
        await Eventually(async () => (await ListAsync($"address={name}")).Count == 0);

        Assert.Equal(0, engine.Store.Count("select count(*) from suppressions where address like @name", ("@name", $"%{name}%")));
        var hidden = Assert.Single(await ListAsync($"address={name}@example.com"));
        Assert.Equal((null, "complaint"), ((string?)hidden!["address"], (string)hidden["reason"]!));

        // Whoever brings the address again is still not written to, and it does not come back to light.
        (await AddAsync($"{name}@example.com", "manual")).AssertOk();
        Assert.Equal(0, engine.Store.Count("select count(*) from suppressions where address like @name", ("@name", $"%{name}%")));
        (await engine.Client.AdminAsync(HttpMethod.Delete, $"suppressions?channel=email&address={name}@example.com")).AssertOk();
        Assert.Empty(await ListAsync($"address={name}@example.com"));
    }

    private static async Task Eventually(Func<Task<bool>> holds)
    {
        for (var i = 0; i < 100; i++)
        {
            if (await holds()) return;
            await Task.Delay(100);
        }

        Assert.Fail("It did not come to be.");
    }

    private Task<EngineResponse> AddAsync(string address, string reason) => engine.Client.AdminAsync(
        HttpMethod.Post, "suppressions", new JsonObject { ["channel"] = "email", ["address"] = address, ["reason"] = reason }.ToJsonString());

    private async Task<JsonArray> ListAsync(string query) => (await engine.Client.AdminAsync(HttpMethod.Get, $"suppressions?{query}")).AssertOk().Json["items"]!.AsArray();
}

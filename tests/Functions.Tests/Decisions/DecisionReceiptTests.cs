using System.Text.Json.Nodes;
using PersonalizationEngine.Functions.Tests.Running;

namespace PersonalizationEngine.Functions.Tests.Decisions;

/// <summary>What is told of a decision afterwards.</summary>
public sealed class DecisionReceiptTests(ReceiptsEngine engine) : IClassFixture<ReceiptsEngine>
{
    private EngineClient Client => engine.Client;

    [Fact]
    public async Task Receipt_OfAKeptDecision_TellsWhatItWasMadeOf()
    {
        var user = Sent.NewId();
        await Client.AcceptEventsAsync("rybbit", Sent.PageView(user, "/pricing"), Sent.PageView(user, "/pricing", 2));
        var (winner, beaten) = (
            await Client.AddRuleAsync(Defined.Rule(Defined.For(user), Defined.Show("hero", "won")).With("priority", 9)),
            await Client.AddRuleAsync(Defined.Rule(Defined.For(user), Defined.Show("hero", "beaten"))));
        var failing = await Client.AddRuleAsync(Defined.Rule(new JsonObject { ["score"] = new JsonObject { ["$gte"] = 500 } }, Defined.Show("hero", "hot")));
        var segment = Defined.NewKey();
        (await Client.AdminAsync(HttpMethod.Post, "segments", new JsonObject
        {
            ["key"] = segment,
            ["name"] = "Rich",
            ["condition"] = new JsonObject { ["context.cart"] = new JsonObject { ["$gte"] = 100 } },
        }.ToJsonString())).AssertOk();
        var experiment = Defined.NewKey();
        await Client.AddExperimentAsync(Defined.Experiment(experiment, "control", "bold"));

        var receipt = await Client.ReceiptAsync(await Client.DecideAsync(user, "context.cart=30&limit=5"));

        Assert.Equal(("asked", user, true), ((string?)receipt["kept_because"], (string?)receipt["user_id"], (bool)receipt["known"]!));
        Assert.Equal((5, 30), ((int)receipt["asked"]!["limit"]!, (int)receipt["asked"]!["context"]!["cart"]!));
        Assert.Equal((winner, "won"), ((long)receipt["slots"]!["hero"]!["rule"]!, (string?)receipt["slots"]!["hero"]!["content"]));
        Assert.Equal("won", (string?)Verdict(receipt, winner)["result"]);
        Assert.Equal(("beaten", winner), ((string?)Verdict(receipt, beaten)["result"], (long)Verdict(receipt, beaten)["beaten_by"]![0]!));
        Assert.Equal("score", (string?)Verdict(receipt, failing)["failure"]!["attribute"]);
        var verdict = Assert.Single(receipt["segments"]!.AsArray(), one => (string?)one!["segment"] == segment)!;
        Assert.Equal((false, "context.cart", 30), ((bool)verdict["is_in"]!, (string?)verdict["failure"]!["attribute"], (int)verdict["failure"]!["actual"]!));
        Assert.NotNull(Assert.Single(receipt["experiments"]!.AsArray(), one => (string?)one!["key"] == experiment)!["bucket"]);
        Assert.Equal(6m, receipt["score"]!["receipt"]!.AsArray().Where(line => (string?)line!["factor"] == "pricing_page_visits").Sum(line => (decimal)line!["points"]!));
        Assert.Contains(receipt["versions"]!["definitions"]!.AsArray(), one => (string?)one!["kind"] == "rule" && (long)one["id"]! == winner && (int)one["version"]! == 1);
        Assert.Equal("live", (string?)receipt["sources"]!["profile"]);
    }

    [Fact]
    public async Task Candidates_WithFiltersBoostsAndPins_TellWhichRuleDidWhat()
    {
        var (user, tag) = (Sent.NewId(), Sent.NewId("tag"));
        var items = Enumerable.Range(0, 4).Select(i => Sent.NewId($"item{i}")).ToList();
        await Client.AcceptEventsAsync("cdp", [.. items.Select((item, i) => Sent.Item(item, i == 0 ? tag : "general"))]);
        foreach (var item in items.Take(3))
            await Client.AcceptEventsAsync("rybbit", [.. Enumerable.Range(0, 3).Select(_ => Sent.PageView(Sent.NewId(), $"/blog/{item}"))]);
        var filter = await Client.AddRuleAsync(Defined.Rule(Defined.For(user), new JsonObject
        {
            ["type"] = "filter",
            ["where"] = new JsonObject { ["categories"] = new JsonObject { ["$not"] = new JsonObject { ["$elemMatch"] = new JsonObject { ["$eq"] = tag } } } },
        }));
        var pin = await Client.AddRuleAsync(Defined.Rule(Defined.For(user), new JsonObject { ["type"] = "pin", ["item_id"] = items[3], ["position"] = 1 }));

        // A machine that is busy answers without recommendations first, and says so.
        while ((bool)(await Client.PersonalizeAsync(user))["degraded"]!) await Task.Delay(50, TestContext.Current.CancellationToken);
        var decision = await Client.DecideAsync(user);
        var candidates = (await Client.ReceiptAsync(decision))["candidates"]!.AsArray();

        var filtered = Assert.Single(candidates, one => (string?)one!["item_id"] == items[0])!;
        Assert.Equal(("filtered", filter), ((string?)filtered["result"], (long)filtered["filtered_by"]![0]!));
        var pinned = Assert.Single(candidates, one => (string?)one!["item_id"] == items[3])!;
        Assert.Equal(("served", 1, pin), ((string?)pinned["result"], (int)pinned["served_at"]!, (long)pinned["pinned_by"]![0]!));
        await Client.AssertSameAgainAsync(decision);
    }

    [Fact]
    public async Task Receipt_NotKept_SaysWhyAndWhatTheIdKnows()
    {
        var user = Sent.NewId();
        var rule = await Client.AddRuleAsync(Defined.Rule(Defined.For(user), Defined.Show("hero", "x")));
        var answer = await Client.PersonalizeAsync(user);
        Assert.Null(answer["receipt"]);
        var decision = (string)answer["decision_id"]!;

        var told = (await Client.GetAsync($"/api/v1/decisions/{decision}")).AssertOk().Json;

        Assert.False((bool)told["kept"]!);
        Assert.Contains("share of 0", (string?)told["because"]);
        Assert.Equal((user, rule), ((string?)told["person_id"], (long)told["slots"]!["hero"]!));
        Assert.Contains("score", told["missing"]!.AsArray().Select(one => (string?)one));
        (await Client.GetAsync($"/api/v1/decisions/{decision}/replay")).AssertProblem(404);
    }

    [Fact]
    public async Task Receipt_OfAnExplainedDecision_IsKeptSoon()
    {
        var answer = await Client.PersonalizeAsync(Sent.NewId(), "explain=true");
        Assert.Equal("queued", (string?)answer["receipt"]);

        JsonNode told;
        do told = (await Client.GetAsync($"/api/v1/decisions/{answer["decision_id"]}")).AssertOk().Json;
        while (!(bool)told["kept"]!);

        Assert.Equal("asked", (string?)told["kept_because"]);
    }

    [Theory]
    [InlineData("nothing")]
    [InlineData("AAAA")]
    [InlineData("AgAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA")]
    public async Task Receipt_OfAnIdThatIsNotOurs_IsNotFound(string id)
    {
        (await Client.GetAsync($"/api/v1/decisions/{id}")).AssertProblem(404);
        (await Client.GetAsync($"/api/v1/decisions/{id}/replay")).AssertProblem(404);
    }

    private static JsonNode Verdict(JsonNode receipt, long rule) =>
        Assert.Single(receipt["rules"]!.AsArray(), one => (long)one!["rule"]!["id"]! == rule)!;
}

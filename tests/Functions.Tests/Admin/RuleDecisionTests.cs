using System.Text.Json.Nodes;
using PersonalizationEngine.Functions.Tests.Running;

namespace PersonalizationEngine.Functions.Tests.Admin;

/// <summary>Rules come in and go out of force with the very next decision.</summary>
public sealed class RuleDecisionTests(SharedEngine engine)
{
    [Fact]
    public async Task Rule_Added_DecidesTheNextAnswer()
    {
        var user = Sent.NewId();
        Assert.Equal("fallback", (string?)(await engine.Client.PersonalizeAsync(user))["slots"]!["hero"]!["reason"]);

        var rule = Defined.Rule(Defined.For(user), Defined.Show("hero", new JsonObject { ["headline"] = "Für Sie", ["n"] = new JsonArray(1, 2.5, null, true) }));
        var id = await engine.Client.AddRuleAsync(rule);

        var hero = (await engine.Client.PersonalizeAsync(user))["slots"]!["hero"]!;
        Assert.True(JsonNode.DeepEquals(rule["actions"]![0]!["content"], hero["content"]), hero.ToJsonString());
        Assert.Equal((id, (string?)rule["name"], "rule_matched"), ((long)hero["rule"]!["id"]!, (string?)hero["rule"]!["name"], (string?)hero["reason"]));
    }

    [Fact]
    public async Task Rule_ForSomebodyElse_LeavesThePersonAlone()
    {
        var user = Sent.NewId();
        await engine.Client.AddRuleAsync(Defined.Rule(Defined.For(Sent.NewId()), Defined.Show("hero", "x")));

        Assert.Null((await engine.Client.SlotAsync(user, "hero")).Rule);
    }

    [Fact]
    public async Task Rules_OfDifferentPriority_HigherWinsWhateverTheirOrder()
    {
        var user = Sent.NewId();
        var ids = new List<long>();
        foreach (var priority in (int[])[0, 1000, -1000, 999])
            ids.Add(await engine.Client.AddRuleAsync(Defined.Rule(Defined.For(user), Defined.Show("hero", priority)).With("priority", priority)));

        Assert.Equal((ids[1], "1000"), await engine.Client.SlotAsync(user, "hero"));
    }

    [Fact]
    public async Task Rules_OfOnePriority_LowerIdWinsEvenAfterAnEdit()
    {
        var user = Sent.NewId();
        var first = await engine.Client.AddRuleAsync(Defined.Rule(Defined.For(user), Defined.Show("hero", "first")));
        await engine.Client.AddRuleAsync(Defined.Rule(Defined.For(user), Defined.Show("hero", "second")));
        (await engine.Client.AdminAsync(HttpMethod.Put, $"rules/{first}", Defined.Rule(Defined.For(user), Defined.Show("hero", "edited")).ToJsonString())).AssertOk();

        Assert.Equal((first, "\"edited\""), await engine.Client.SlotAsync(user, "hero"));
    }

    [Fact]
    public async Task Rules_ForSeveralSlots_EachSlotHasItsOwnWinner()
    {
        var user = Sent.NewId();
        var both = await engine.Client.AddRuleAsync(Defined.Rule(Defined.For(user), Defined.Show("hero", 1), Defined.Show("banner", 2)));
        var higher = await engine.Client.AddRuleAsync(Defined.Rule(Defined.For(user), Defined.Show("hero", 3)).With("priority", 5));

        Assert.Equal(higher, (await engine.Client.SlotAsync(user, "hero")).Rule);
        Assert.Equal(both, (await engine.Client.SlotAsync(user, "banner")).Rule);
    }

    [Theory]
    [InlineData(null, null, true)]
    [InlineData(-60, 60, true)]
    [InlineData(-60, -1, false)]
    [InlineData(60, null, false)]
    [InlineData(null, 60, true)]
    [InlineData(null, -1, false)]
    public async Task Dates_OfARule_DecideWhetherItIsInForce(int? start, int? end, bool inForce)
    {
        var user = Sent.NewId();
        var rule = Defined.Rule(Defined.For(user), Defined.Show("hero", "x"));
        if (start is not null) rule["start_date"] = Minutes(start.Value);
        if (end is not null) rule["end_date"] = Minutes(end.Value);
        var id = await engine.Client.AddRuleAsync(rule);

        Assert.Equal(inForce, (await engine.Client.SlotAsync(user, "hero")).Rule == id);
    }

    [Fact]
    public async Task Dates_Passing_TakeTheRuleOutWithoutAnyChange()
    {
        var user = Sent.NewId();
        var id = await engine.Client.AddRuleAsync(Defined.Rule(Defined.For(user), Defined.Show("hero", "x"))
            .With("end_date", DateTimeOffset.UtcNow.AddMilliseconds(1500).ToUnixTimeMilliseconds()));
        Assert.Equal(id, (await engine.Client.SlotAsync(user, "hero")).Rule);

        await Task.Delay(1700, TestContext.Current.CancellationToken);

        Assert.Null((await engine.Client.SlotAsync(user, "hero")).Rule);
    }

    [Fact]
    public async Task Rule_SwitchedOffAndOnAgain_FollowsAtOnce()
    {
        var user = Sent.NewId();
        var rule = Defined.Rule(Defined.For(user), Defined.Show("hero", "x"));
        var id = await engine.Client.AddRuleAsync(rule);
        foreach (var active in (bool[])[false, true, false])
        {
            (await engine.Client.AdminAsync(HttpMethod.Put, $"rules/{id}", rule.With("active", active).ToJsonString())).AssertOk();
            Assert.Equal(active, (await engine.Client.SlotAsync(user, "hero")).Rule == id);
        }
    }

    [Fact]
    public async Task Rule_Deleted_LeavesTheFallback()
    {
        var user = Sent.NewId();
        var id = await engine.Client.AddRuleAsync(Defined.Rule(Defined.For(user), Defined.Show("banner", "x")));
        Assert.Equal(id, (await engine.Client.SlotAsync(user, "banner")).Rule);

        Assert.Equal(204, (await engine.Client.AdminAsync(HttpMethod.Delete, $"rules/{id}")).Status);

        Assert.Equal((null, """{"text":""}"""), await engine.Client.SlotAsync(user, "banner"));
    }

    [Fact]
    public async Task Rule_OnTheScore_FollowsThePersonsEvents()
    {
        var user = Sent.NewId();
        var id = await engine.Client.AddRuleAsync(Defined.Rule(
            JsonNode.Parse("""{"score": {"$gte": 3.5}, "segment": "cold_lead", "factors.pricing_page_visits": {"$gte": 1}}""")!.AsObject().With("id", user),
            Defined.Show("hero", "x")));
        Assert.Null((await engine.Client.SlotAsync(user, "hero")).Rule);

        await engine.Client.AcceptEventsAsync("rybbit", Sent.PageView(user, "/pricing"));

        Assert.Equal(id, (await engine.Client.SlotAsync(user, "hero")).Rule);
    }

    private static string Minutes(int fromNow) => DateTimeOffset.UtcNow.AddMinutes(fromNow).ToString("yyyy-MM-ddTHH:mm:ssZ");
}

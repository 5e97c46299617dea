using System.Text.Json.Nodes;
using PersonalizationEngine.Functions.Tests.Running;

namespace PersonalizationEngine.Functions.Tests.Admin;

/// <summary>Rules that ask what somebody did, and when it is, decide as events come in.</summary>
public sealed class BehaviouralRuleTests(SharedEngine engine)
{
    [Fact]
    public async Task Rule_OnWhatSomebodyDid_FollowsTheirEventsAtOnce()
    {
        var user = Sent.NewId();
        await engine.Client.AcceptEventsAsync("rybbit", Sent.PageView(user, "/pricing", minutesAgo: 60));
        var condition = new JsonObject
        {
            ["id"] = user,
            ["$did"] = new JsonObject { ["page"] = "/pricing", ["times"] = 2, ["within"] = "7d" },
            ["$didNot"] = new JsonObject { ["signal"] = "demo_request" },
        };
        var rule = await engine.Client.AddRuleAsync(Defined.Rule(condition, Defined.Show("hero", "x")));
        var verdict = await engine.Client.VerdictAsync(user, rule);
        Assert.Equal("pageview on /pricing: once within 7 days, needed at least 2 times", (string?)verdict["failure"]!["sentence"]);

        await engine.Client.AcceptEventsAsync("rybbit", Sent.PageView(user, "/pricing"));
        Assert.Equal(rule, (await engine.Client.SlotAsync(user, "hero")).Rule);

        await engine.Client.AcceptEventsAsync("rybbit", Sent.Rybbit(user, "custom_event", 0, null, ("event_name", "demo_request")));
        Assert.NotEqual(rule, (await engine.Client.SlotAsync(user, "hero")).Rule);
    }

    [Fact]
    public async Task Rule_OnASchedule_HoldsWhileItIsOpen()
    {
        var user = Sent.NewId();
        var now = DateTime.UtcNow;
        var open = await AddAsync(user, $"{now.AddHours(-1):HH:mm}", $"{now.AddHours(1):HH:mm}");
        var closed = await AddAsync(user, $"{now.AddHours(2):HH:mm}", $"{now.AddHours(3):HH:mm}");

        Assert.Equal("won", (string?)(await engine.Client.VerdictAsync(user, open))["result"]);
        Assert.Contains("outside the schedule", (string?)(await engine.Client.VerdictAsync(user, closed))["failure"]!["sentence"], StringComparison.Ordinal);
    }

    [Fact]
    public async Task Rule_WithAFaultySchedule_IsRefusedAtItsPlace() =>
        (await engine.Client.AdminAsync(HttpMethod.Post, "rules", Defined.Rule(
            new JsonObject { ["$during"] = new JsonObject { ["time_zone"] = "Mars/Olympus" } }, Defined.Show("hero", 1)).ToJsonString()))
            .AssertProblem(400, "conditions.$during.time_zone");

    private Task<long> AddAsync(string user, string from, string to) => engine.Client.AddRuleAsync(Defined.Rule(
        new JsonObject { ["id"] = user, ["$during"] = new JsonObject { ["from"] = from, ["to"] = to } }, Defined.Show("banner", "x")));
}

using System.Text.Json.Nodes;
using PersonalizationEngine.Functions.Tests.Running;

namespace PersonalizationEngine.Functions.Tests.Decisions;

/// <summary>A decision made again is the same, whatever became since of what it was made by.</summary>
public sealed class DecisionReplayTests(ReceiptsEngine engine) : IClassFixture<ReceiptsEngine>
{
    private EngineClient Client => engine.Client;

    [Fact]
    public async Task Replay_AfterAllOfItWasChangedOrRemoved_GivesTheOldAnswer()
    {
        var user = Sent.NewId();
        var (group, segment, experiment) = (Defined.NewKey(), Defined.NewKey(), Defined.NewKey());
        var groupId = await AddAsync("groups", new JsonObject { ["key"] = group, ["name"] = "g", ["values"] = new JsonArray(user) });
        var named = new JsonObject { ["key"] = segment, ["name"] = "s", ["condition"] = new JsonObject { ["id"] = new JsonObject { ["$inGroup"] = group } } };
        var segmentId = await AddAsync("segments", named);
        var tested = Defined.Experiment(experiment, "control", "bold");
        var experimentId = await Client.AddExperimentAsync(tested);
        var rule = Defined.Rule(new JsonObject { ["$inSegment"] = segment }, Defined.Show("hero", "of the segment"));
        var ruleId = await Client.AddRuleAsync(rule);
        var gone = await Client.AddRuleAsync(Defined.Rule(Defined.For(user), Defined.Show("aside", "of one who is gone")));
        var decision = await Client.DecideAsync(user);
        var before = (await Client.ReplayAsync(decision))["answer"]!.ToJsonString();

        await PutAsync($"rules/{ruleId}", rule.With("actions", new JsonArray(Defined.Show("hero", "something else"))).With("conditions", Defined.For(user)));
        (await Client.AdminAsync(HttpMethod.Delete, $"rules/{gone}")).AssertOk();
        await PutAsync($"experiments/{experimentId}", tested.With("status", "completed"));
        (await Client.AdminAsync(HttpMethod.Delete, $"segments/{segmentId}")).AssertOk();
        await PutAsync($"groups/{groupId}", new JsonObject { ["key"] = group, ["name"] = "g", ["values"] = new JsonArray("nobody") });

        var (_, now) = await Client.SlotAsync(user, "hero");
        Assert.Equal("\"something else\"", now);
        await Client.AssertSameAgainAsync(decision);
        Assert.Equal(before, (await Client.ReplayAsync(decision))["answer"]!.ToJsonString());
        var receipt = await Client.ReceiptAsync(decision);
        Assert.True((bool)Assert.Single(receipt["segments"]!.AsArray(), one => (string?)one!["segment"] == segment)!["is_in"]!);
        Assert.Equal("won", (string?)Assert.Single(receipt["rules"]!.AsArray(), one => (long)one!["rule"]!["id"]! == gone)!["result"]);
    }

    [Fact]
    public async Task Replay_OfAForcedAndNarrowedQuestion_AsksTheSame()
    {
        var (user, experiment) = (Sent.NewId(), Defined.NewKey());
        await Client.AddExperimentAsync(Defined.Experiment(experiment, "control", "bold"));
        await Client.AddRuleAsync(Defined.Rule(Defined.For(user), Defined.Show("hero", new JsonObject { ["deep"] = new JsonArray(1, null, "x") })));
        var queries = new[] { "", "slots=hero,none", "limit=0", $"experiments={experiment}", "experiments=none&slots=", "context.utm_source=news&context.device=mobile&context.n=1.5" };

        foreach (var query in queries) await Client.AssertSameAgainAsync(await Client.DecideAsync(user, query));
    }

    private async Task<long> AddAsync(string path, JsonObject document) =>
        (long)(await Client.AdminAsync(HttpMethod.Post, path, document.ToJsonString())).AssertOk().Json["id"]!;

    private async Task PutAsync(string path, JsonObject document) =>
        (await Client.AdminAsync(HttpMethod.Put, path, document.ToJsonString())).AssertOk();
}

using System.Text.Json.Nodes;
using PersonalizationEngine.Functions.Tests.Running;
using PersonalizationEngine.Servers.Hooks;

namespace PersonalizationEngine.Functions.Tests.Delivery;

/// <summary>What rules ask for while people are decided about goes out by itself, within the minute.</summary>
public sealed class RequestedMessageTests(CampaignEngine engine) : IClassFixture<CampaignEngine>
{
    [Fact]
    public async Task Rule_ThatAsksForAMessage_HasItSentOnce()
    {
        var user = await engine.PersonAsync(Defined.NewKey());
        var rule = Defined.Rule(
            new JsonObject { ["id"] = user },
            new JsonObject { ["type"] = "message", ["channel"] = "email", ["template"] = await engine.TemplateAsync() });
        var id = await engine.Client.AddRuleAsync(rule);

        for (var visit = 0; visit < 3; visit++) (await engine.Client.GetAsync($"/api/v1/personalize/{user}")).AssertOk();
        var message = (await UntilAsync(user, "sent"))!;

        Assert.Equal(("rule", id, "email"), ((string)message["source"]!, (long)message["source_id"]!, (string)message["channel"]!));
        Assert.Single(engine.SentTo(user));
        Assert.Single(await engine.DeliveriesAsync($"person_id={user}"));
    }

    [Fact]
    public async Task Message_ThatAProviderRefuses_IsADeadLetterThatCanBeSentAgain()
    {
        var group = Defined.NewKey();
        var user = await engine.PersonAsync(group);
        engine.Provider.Answer = hook => new HookAnswer(hook.Body.Contains(user, StringComparison.Ordinal) ? 400 : 200);
        var campaign = await engine.AddAsync(CampaignEngine.Campaign(await engine.TemplateAsync(), group));
        (await engine.DoAsync(campaign, "send")).AssertOk();
        await engine.StatsAsync(campaign, one => (int)one["failed"]! == 1);

        var letters = (await engine.Client.AdminAsync(HttpMethod.Get, "dead-letters?kind=message")).AssertOk().Json["items"]!.AsArray();
        var letter = letters.Single(one => (string)one!["to"]! == $"person {user}")!;
        engine.Provider.Answer = _ => new HookAnswer(200);
        (await engine.Client.AdminAsync(HttpMethod.Post, $"dead-letters/message/{letter["id"]}/replay")).AssertOk();

        Assert.NotNull(await UntilAsync(user, "sent"));
    }

    private async Task<JsonNode?> UntilAsync(string user, string status)
    {
        for (var waits = 0; waits < 900; waits++)
        {
            var found = await engine.DeliveriesAsync($"person_id={user}&status={status}");
            if (found.Count > 0) return found[0];
            await Task.Delay(100, TestContext.Current.CancellationToken);
        }

        Assert.Fail((await engine.DeliveriesAsync($"person_id={user}")).ToJsonString());
        return null;
    }
}

using System.Text.Json.Nodes;
using PersonalizationEngine.Functions.Tests.Running;

namespace PersonalizationEngine.Functions.Tests.Delivery;

/// <summary>A marketer's campaign from its draft to what became of each message.</summary>
public sealed class CampaignTests(CampaignEngine engine) : IClassFixture<CampaignEngine>
{
    private readonly string _group = Defined.NewKey();

    [Fact]
    public async Task Campaign_Sent_ReachesWhomItMayAndTellsWhyOfTheOthers()
    {
        var (reached, refusing, suppressed, asleep) = (
            await engine.PersonAsync(_group), await engine.PersonAsync(_group, consents: false), await engine.PersonAsync(_group),
            await engine.PersonAsync(_group, zone: CampaignEngine.Asleep));
        (await engine.Client.AdminAsync(HttpMethod.Post, "suppressions", new JsonObject { ["channel"] = "email", ["address"] = $"{suppressed}@example.com" }.ToJsonString())).AssertOk();
        var campaign = await engine.AddAsync(CampaignEngine.Campaign(await engine.TemplateAsync(), _group));
        var preview = (await engine.Client.AdminAsync(HttpMethod.Get, $"campaigns/{campaign}/preview")).AssertOk().Json;

        var sent = await engine.DoAsync(campaign, "send");
        var stats = await engine.StatsAsync(campaign, one => (int)one["sent"]! == 1 && (int)one["suppressed"]! == 2 && (string?)one["by_reason"]!.AsArray().FirstOrDefault(row => (string)row!["status"]! == "waiting")?["reason"] == "quiet_hours");

        Assert.Equal(4, (int)preview["audience"]!["members"]!);
        Assert.Equal(["no_consent", "quiet_hours"], preview["sample"]!.AsArray().Select(one => (string)one!["reason"]!).Where(reason => reason is "no_consent" or "quiet_hours").Order(StringComparer.Ordinal));
        Assert.Equal(202, sent.Status);
        Assert.Equal((4, 4, 1, "running"), ((int)stats["messages"]!, (int)stats["run"]!["people"]!, (int)stats["waiting"]!, (string)stats["run"]!["status"]!));
        Assert.Equal(4, stats["by_reason"]!.AsArray().Sum(row => (int)row!["messages"]!));
        Assert.Single(engine.SentTo(reached));
        Assert.All([refusing, suppressed, asleep], user => Assert.Empty(engine.SentTo(user)));
        Assert.Equal("no_consent", await ReasonAsync(refusing));
        Assert.Equal("suppressed_manually", await ReasonAsync(suppressed));
        Assert.Equal("quiet_hours", await ReasonAsync(asleep));
        Assert.Null(await ReasonAsync(reached));
        Assert.Equal(4, (await engine.DeliveriesAsync($"campaign_id={campaign}")).Count);

        var second = await engine.AddAsync(CampaignEngine.Campaign(await engine.TemplateAsync(), _group));
        (await engine.DoAsync(second, "send")).AssertOk();
        await engine.StatsAsync(second, one => (int)one["suppressed"]! == 3);
        Assert.Single(engine.SentTo(reached));
        Assert.Equal("capped", await ReasonAsync(reached));
    }

    [Fact]
    public async Task Campaign_OfWhomEverybodyWasAsked_IsCompleted()
    {
        await engine.PersonAsync(_group);
        var campaign = await engine.AddAsync(CampaignEngine.Campaign(await engine.TemplateAsync(), _group));
        (await engine.DoAsync(campaign, "send")).AssertOk();

        var stats = await engine.StatsAsync(campaign, one => (string)one["run"]!["status"]! == "completed");

        Assert.Equal((1, 1, 0), ((int)stats["messages"]!, (int)stats["sent"]!, (int)stats["waiting"]!));
        Assert.Equal("completed", (string)(await engine.Client.AdminAsync(HttpMethod.Get, $"campaigns/{campaign}/runs")).AssertOk().Json["runs"]![0]!["status"]!);
        Assert.Equal(204, (await engine.Client.AdminAsync(HttpMethod.Delete, $"campaigns/{campaign}")).Status);
    }

    [Fact]
    public async Task Send_Twice_IsOneRunAndTheCampaignStaysWhileItIsOpen()
    {
        await engine.PersonAsync(_group, zone: CampaignEngine.Asleep);
        var campaign = await engine.AddAsync(CampaignEngine.Campaign(await engine.TemplateAsync(), _group));

        (await engine.DoAsync(campaign, "send")).AssertOk();
        (await engine.DoAsync(campaign, "send")).AssertProblem(409);
        (await engine.Client.AdminAsync(HttpMethod.Delete, $"campaigns/{campaign}")).AssertProblem(409);
        await engine.StatsAsync(campaign, one => (int)one["waiting"]! == 1);

        Assert.Equal("paused", (string)(await engine.DoAsync(campaign, "pause")).AssertOk().Json["status"]!);
        (await engine.DoAsync(campaign, "pause")).AssertProblem(409);
        Assert.Equal("running", (string)(await engine.DoAsync(campaign, "resume")).AssertOk().Json["status"]!);
        Assert.Equal("cancelled", (string)(await engine.DoAsync(campaign, "cancel")).AssertOk().Json["status"]!);
        (await engine.DoAsync(campaign, "cancel")).AssertProblem(409);
        Assert.Equal(1, (int)(await engine.StatsAsync(campaign))["cancelled"]!);
        Assert.Equal(204, (await engine.Client.AdminAsync(HttpMethod.Delete, $"campaigns/{campaign}")).Status);
    }

    [Fact]
    public async Task Send_WithAKey_IsAnsweredTheSameTwice()
    {
        var campaign = await engine.AddAsync(CampaignEngine.Campaign(await engine.TemplateAsync(), _group));
        var (first, again) = (await KeyedAsync(campaign), await KeyedAsync(campaign));

        Assert.Equal((202, 202), (first.Status, again.Status));
        Assert.Equal(first.Body, again.Body);
    }

    [Fact]
    public async Task Send_WithoutTemplateOrInThePast_IsRefusedInWords()
    {
        var template = await engine.TemplateAsync();
        JsonObject Of(string name, JsonNode? schedule = null, string channel = "email") =>
            CampaignEngine.Campaign(name, _group).With("schedule", schedule).With("channels", new JsonArray(channel));
        async Task<string> RefusalAsync(JsonObject campaign)
        {
            var answer = await engine.DoAsync(await engine.AddAsync(campaign), "send");
            answer.AssertProblem(409);
            return (string)answer.Json["detail"]!;
        }

        Assert.Contains("no template missing", await RefusalAsync(Of("missing")), StringComparison.Ordinal);
        Assert.Contains("nothing to say by sms", await RefusalAsync(Of(template, channel: "sms")), StringComparison.Ordinal);
        Assert.Contains("has passed", await RefusalAsync(Of(template, new JsonObject { ["at"] = "2020-01-01T09:00", ["timezone"] = "UTC" })), StringComparison.Ordinal);
        var scheduled = await engine.AddAsync(Of(template, new JsonObject { ["at"] = "2190-01-01T09:00", ["timezone"] = "Europe/Berlin" }));
        var run = (await engine.DoAsync(scheduled, "send")).AssertOk().Json;
        Assert.Equal(("scheduled", "2190-01-01T09:00:00"), ((string)run["status"]!, (string)run["local_at"]!));
        (await engine.DoAsync(999_999, "send")).AssertProblem(404);
    }

    private async Task<EngineResponse> KeyedAsync(long campaign)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, $"/api/v1/admin/campaigns/{campaign}/send");
        request.Headers.Add("x-functions-key", EngineProcess.MasterKey);
        request.Headers.Add("Idempotency-Key", _group);
        return await engine.Client.SendAsync(request);
    }

    private async Task<string?> ReasonAsync(string user) => (string?)(await engine.DeliveriesAsync($"person_id={user}"))[0]!["reason"];
}

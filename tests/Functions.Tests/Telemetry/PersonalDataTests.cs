using System.Text.Json.Nodes;
using PersonalizationEngine.Functions.Tests.Running;

namespace PersonalizationEngine.Functions.Tests.Telemetry;

/// <summary>Who people are leaves the engine in no trace, no metric and no log, whatever is asked and whatever goes wrong.</summary>
public sealed class PersonalDataTests
{
    private const string Person = "zebulon-quagmire", Device = "device-of-zebulon", Email = "zebulon@quagmire.example", Phone = "+4917655512345",
        Name = "Zebulon Quagmire", Token = "push-token-of-zebulon";

    private static readonly string[] Words = ["zebulon", "quagmire", "17655512345", "Zebulon", "Quagmire"];

    [Fact]
    public async Task Everything_IsAskedAndGoesWrong_NothingThatLeavesNamesAPerson()
    {
        using var receiver = new OtlpReceiver();
        using var folder = new DataFolder();
        await using var engine = await EngineProcess.StartAsync(
            folder.Path, [.. receiver.Settings, ("LOG_LEVEL", "Debug"), ("telemetry__look_seconds", "1"), ("EMAIL_WEBHOOK_URL", "http://127.0.0.1:1/zebulon")]);
        await engine.Client.BecomeReadyAsync();
        await TellAsync(engine.Client);
        await AskAsync(engine.Client);
        // Without its tables, whatever comes fails with whatever the database has to say of it.
        using (var store = new Microsoft.Data.Sqlite.SqliteConnection($"Data Source={EngineStore.PathIn(folder.Path)};Pooling=False"))
        {
            await store.OpenAsync(TestContext.Current.CancellationToken);
            using var command = new Microsoft.Data.Sqlite.SqliteCommand(
                "alter table people rename to people_of_before; create trigger t before insert on refused_events begin select raise(abort, 'Duplicate entry ''zebulon@quagmire.example'''); end", store);
            await command.ExecuteNonQueryAsync(TestContext.Current.CancellationToken);
        }

        await TellAsync(engine.Client);
        await AskAsync(engine.Client);
        await receiver.UntilAsync(one => one.Logs.Any(log => log.Text.Contains("failed", StringComparison.Ordinal)) ? one : null);
        await receiver.UntilAsync(one => one.Metrics.Contains("personalization.decision.duration") ? one : null);
        await receiver.UntilAsync(one => one.Spans.Any(span => span.Attributes.GetValueOrDefault("http.route") == "api/v1/lead-score/{userId}") ? one : null);
        Assert.Equal(0, await engine.TerminateAsync());

        Assert.Contains(receiver.Logs, log => log.TraceId.Length == 32);
        var all = receiver.Everything;
        foreach (var word in Words) Assert.True(!all.Contains(word, StringComparison.Ordinal), Around(all, word));
    }

    private static async Task TellAsync(EngineClient client)
    {
        await client.SendEventsAsync("rybbit", new JsonArray(Sent.PageView(Device, "/pricing"), Sent.Rybbit(Person, "identify", 1, null)).ToJsonString());
        await client.SendEventsAsync("cdp", new JsonArray(
            Sent.Cdp("customer.updated", 1, new JsonObject { ["user_id"] = Person, ["email"] = Email, ["phone"] = Phone, ["name"] = Name }),
            Sent.Cdp("identity.linked", 1, new JsonObject { ["user_id"] = Person, ["alias"] = Device }),
            Sent.Cdp("nonsense", 1, new JsonObject { ["user_id"] = Person, ["email"] = Email })).ToJsonString());
    }

    private static async Task AskAsync(EngineClient client)
    {
        await client.GetAsync($"/api/v1/personalize/{Person}?slots=hero&email={Email}");
        await client.GetAsync($"/api/v1/personalize/{Email}?limit=many");
        await client.PostAsync($"/api/v1/lead-score/{Person}");
        await client.GetAsync($"/api/v1/segment/{Email}");
        await client.GetAsync($"/api/v1/inbox/{Person}");
        await client.GetAsync($"/api/v1/people/{Person}/preferences");
        await client.GetAsync($"/nowhere/{Email}");
        await client.PostAsync("/api/v1/personalize", $$"""{"user_id":"{{Person}}","context":{"email":"{{Email}}"} """);
        await client.PostAsync("/api/v1/push-tokens", $$"""{"user_id":"{{Person}}","token":"{{Token}}","platform":"android"}""");
        await client.AdminAsync(HttpMethod.Get, $"people/{Person}/export");
        await client.AdminAsync(HttpMethod.Post, "suppressions", $$"""{"channel":"email","address":"{{Email}}"}""");
    }

    private static string Around(string all, string word)
    {
        var at = all.IndexOf(word, StringComparison.Ordinal);
        return at < 0 ? "" : $"{word} left: {new string([.. all[Math.Max(0, at - 300)..Math.Min(all.Length, at + 100)].Select(one => char.IsControl(one) ? '.' : one)])}";
    }
}

using System.Collections.Concurrent;
using System.Text.Json.Nodes;
using PersonalizationEngine.Functions.Tests.Running;
using PersonalizationEngine.Servers.Hooks;

namespace PersonalizationEngine.Functions.Tests.Delivery;

/// <summary>
/// A campaign whose provider fails in every way it can while the engine is killed. PERSONALIZATION_FULL_TESTS=1 makes it 50,000
/// people and five kills; the provider's whims repeat with PERSONALIZATION_FUZZ_SEED.
/// </summary>
public sealed class CampaignUnderFireTests
{
    private const int Batch = 500;

    private static readonly bool IsFull = Environment.GetEnvironmentVariable("PERSONALIZATION_FULL_TESTS") == "1";

    private static readonly int People = IsFull ? 50_000 : 200, Kills = IsFull ? 5 : 1;

    private readonly ConcurrentDictionary<string, (string User, bool Taken)> _messages = new(StringComparer.Ordinal);

    private readonly Random _whims = new(int.TryParse(Environment.GetEnvironmentVariable("PERSONALIZATION_FUZZ_SEED"), out var seed) ? seed : 20261123);

    [Fact]
    public async Task SendCampaign_ProviderFailsAndEngineIsKilled_EachPersonGetsOneMessageAndCountsAddUp()
    {
        await using var provider = await HookReceiver.StartAsync(Answer);
        using var folder = new DataFolder();
        (string, string)[] settings =
        [
            ("EMAIL_WEBHOOK_URL", $"{provider.Url}email"), ("channels__timeout_seconds", "1"),
            ("delivery__frequency_caps__0__name", "daily"), ("delivery__frequency_caps__0__limit", "1"), ("delivery__frequency_caps__0__hours", "24"),
        ];
        var engine = await EngineProcess.StartAsync(folder.Path, settings);
        await engine.Client.BecomeReadyAsync();
        await AddPeopleAsync(engine.Client);
        var template = MessagingEngine.Email("Hello {{ person.name }}", "<p>Hello</p>");
        (await engine.Client.AdminAsync(HttpMethod.Post, "templates", template.ToJsonString())).AssertOk();
        var campaign = new JsonObject { ["name"] = "Under fire", ["template"] = (string)template["key"]!, ["audience"] = new JsonObject() };
        var id = (long)(await engine.Client.AdminAsync(HttpMethod.Post, "campaigns", campaign.ToJsonString())).AssertOk().Json["id"]!;
        (await engine.Client.AdminAsync(HttpMethod.Post, $"campaigns/{id}/send")).AssertOk();

        for (var kill = 1; kill <= Kills; kill++)
        {
            // At instants that follow from how far it is, so that some are in the middle of a batch on any machine.
            for (var waits = 0; waits < 600 && _messages.Count < People / (Kills + 1) * kill * 0.8; waits++) await Task.Delay(50, TestContext.Current.CancellationToken);
            await engine.KillAsync();
            engine = await EngineProcess.StartAsync(folder.Path, settings);
        }

        var stats = await StatsAsync(engine.Client, id);

        var consenting = People - (People / 10);
        Assert.Equal(People, (long)stats["messages"]!);
        Assert.Equal(consenting, (long)stats["sent"]!);
        Assert.Equal(People / 10, (long)stats["suppressed"]!);
        Assert.Equal(consenting, _messages.Count(message => message.Value.Taken));
        // Whatever is repeated is repeated under one id, by which a provider knows it.
        Assert.Equal(_messages.Count, _messages.Values.Select(message => message.User).Distinct(StringComparer.Ordinal).Count());
        Assert.DoesNotContain(_messages.Values, message => Number(message.User) % 10 == 0);
        await engine.DisposeAsync();
    }

    private static int Number(string user) => int.Parse(user[1..], System.Globalization.CultureInfo.InvariantCulture);

    private static async Task AddPeopleAsync(EngineClient client)
    {
        foreach (var numbers in Enumerable.Range(0, People).Chunk(Batch))
        {
            await client.AcceptEventsAsync("cdp",
            [
                .. numbers.SelectMany(number => new[]
                {
                    Sent.Cdp("customer.upserted", 5, new JsonObject { ["user_id"] = $"p{number}", ["email"] = $"p{number}@example.com", ["name"] = "Ada" }),
                    Sent.Cdp("consent.updated", 4, new JsonObject { ["user_id"] = $"p{number}", ["purpose"] = "email", ["granted"] = number % 10 != 0 }),
                }),
            ]);
        }
    }

    /// <summary>Until of every message it is known what became of it; what a dead engine left is taken up two minutes later.</summary>
    private static async Task<JsonNode> StatsAsync(EngineClient client, long campaign)
    {
        while (true)
        {
            var stats = (await client.AdminAsync(HttpMethod.Get, $"campaigns/{campaign}/stats")).AssertOk().Json;
            if ((string)stats["run"]!["status"]! == "completed") return stats;
            await Task.Delay(500, TestContext.Current.CancellationToken);
        }
    }

    private HookAnswer Answer(Hook hook)
    {
        var data = JsonNode.Parse(hook.Body)!["data"]!;
        var (id, user) = (hook.Header("webhook-id"), (string)data["user_id"]!);
        Assert.Equal(id, (string)data["message_id"]!);
        double whim;
        lock (_whims) whim = _whims.NextDouble();
        var isTaken = whim is < 0.05 or >= 0.35;
        _messages.AddOrUpdate(id, (user, isTaken), (_, known) => (known.User, known.Taken || isTaken));
        return whim switch
        {
            // Taken, though nobody is told so.
            < 0.03 => new HookAnswer(500),
            < 0.04 => HookAnswer.Cut,
            < 0.05 => HookAnswer.Silence,
            < 0.15 => new HookAnswer(429, "", ("Retry-After", "1")),
            < 0.25 => new HookAnswer(500),
            < 0.33 => HookAnswer.Cut,
            < 0.35 => HookAnswer.Silence,
            _ => new HookAnswer(200, $$"""{"id":"p-{{id}}"}"""),
        };
    }
}

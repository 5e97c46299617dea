using System.Collections.Concurrent;
using System.Text.Json.Nodes;
using PersonalizationEngine.Functions.Tests.Running;

namespace PersonalizationEngine.Functions.Tests.Idempotency;

/// <summary>The engine dies with requests under way. Whoever was answered gets the same answer from the next one; the others ask until they are.</summary>
public sealed class KilledKeyTests : IDisposable
{
    private const int Kills = 4, Senders = 8;
    private const string Unanswered = "status is null", Name = "Rule of sender ";

    private readonly DataFolder _folder = new();

    private EngineStore Store => new(_folder.Path);

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task Kill_WhileRequestsRun_ThoseAnsweredAreReplayedAndTheOthersAreFreeAfterFiveMinutes()
    {
        var random = new Random(Kills);
        var (answered, open) = (new ConcurrentDictionary<string, KeyedAnswer>(), new ConcurrentDictionary<string, string>());
        for (var kill = 0; kill < Kills; kill++)
        {
            await using var dying = await EngineProcess.StartAsync(_folder.Path);
            var sending = Enumerable.Range(0, Senders).Select(sender => Task.Run(() => SendUntilItDiesAsync(dying, $"{kill}-{sender}", answered, open))).ToList();
            await Task.Delay(random.Next(100, 600), TestContext.Current.CancellationToken);
            await dying.KillAsync();
            await Task.WhenAll(sending);
        }

        await using var engine = await EngineProcess.StartAsync(_folder.Path);
        foreach (var (key, answer) in answered) (await AddAsync(engine, key)).AssertReplayOf(answer);
        Assert.Equal(Kills * Senders, open.Count);
        foreach (var key in open.Keys)
        {
            var answer = await AddAsync(engine, key);
            if (answer.Status == 409) answer.AssertProblem(409, "idempotency-key-in-flight");
            else Assert.Equal(201, answer.Status);
        }

        // Five minutes later.
        var stuck = Store.Rows($"select expires_at from idempotency_keys where {Unanswered}", row => row.GetInt64(0));
        Assert.All(stuck, until => Assert.True(until <= DateTimeOffset.UtcNow.AddMinutes(5).ToUnixTimeMilliseconds()));
        Store.Rows($"update idempotency_keys set expires_at = 1 where {Unanswered} returning 1", row => row.GetInt64(0));
        foreach (var key in open.Keys) Assert.Equal(201, (await AddAsync(engine, key)).Status);

        Assert.All(answered.Keys, key => Assert.Equal(1, RulesOf(key)));
        // Where it died between the change and the answer's keeping, a client that asks until it is answered has the change twice: docs/idempotency.md.
        Assert.All(open.Keys, key => Assert.InRange(RulesOf(key), 1, 2));
    }

    private static async Task SendUntilItDiesAsync(
        EngineProcess engine, string sender, ConcurrentDictionary<string, KeyedAnswer> answered, ConcurrentDictionary<string, string> open)
    {
        for (var number = 0; ; number++)
        {
            var key = $"{sender}-{number}";
            try
            {
                var answer = await AddAsync(engine, key);
                Assert.Equal(201, answer.Status);
                answered[key] = answer;
            }
            catch (Exception exception) when (exception is HttpRequestException or IOException)
            {
                open[key] = exception.Message;
                return;
            }
        }
    }

    private static Task<KeyedAnswer> AddAsync(EngineProcess engine, string key) => engine.AdminAsync(
        HttpMethod.Post, "rules", Defined.Rule(Defined.For("nobody-of-the-tests"), Defined.Show("hero", "x")).With("name", JsonValue.Create(Name + key)).ToJsonString(), key);

    private long RulesOf(string key) => Store.Count("select count(*) from content_rules where name = @name", ("@name", Name + key));
}

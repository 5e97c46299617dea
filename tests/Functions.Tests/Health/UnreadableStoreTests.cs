using System.Diagnostics;
using System.Runtime.Versioning;
using System.Text.Json.Nodes;
using PersonalizationEngine.Functions.Tests.Running;

namespace PersonalizationEngine.Functions.Tests.Health;

/// <summary>What becomes of decisions and health while the store cannot be read, and afterwards.</summary>
[SupportedOSPlatform("linux")]
public sealed class UnreadableStoreTests : IAsyncLifetime
{
    /// <summary>A decision's budget for the store is half a second; the rest is for a busy machine.</summary>
    private static readonly TimeSpan DecisionTime = TimeSpan.FromSeconds(4);

    private readonly string _known = Sent.NewId(), _otherKnown = Sent.NewId();
    private EngineProcess? _process;

    private EngineClient Client => _process!.Client;

    public async ValueTask InitializeAsync()
    {
        Assert.SkipUnless(OperatingSystem.IsLinux(), "The locks of SQLite's shared memory are taken as Linux has them.");
        _process = await EngineProcess.StartAsync(null, ("cache__person_seconds", "1"));
        await Client.AcceptEventsAsync("rybbit", Sent.PageView(_known, "/pricing"), Sent.PageView(_otherKnown, "/pricing"));
        await Client.PersonalizeAsync(_known);
        // The recommender reads the store as well: it is healthy only once it has.
        (await UntilAsync(async () => await Client.GetAsync("/api/v1/health/ready"), ready => (string?)ready.Json["status"] == "ready")).AssertOk();
    }

    public async ValueTask DisposeAsync()
    {
        if (_process is not null) await _process.DisposeAsync();
    }

    [Fact]
    public async Task Health_WhileTheStoreCannotBeRead_IsLiveButNotReady()
    {
        using (await StoreLock.TakeAsync(_process!))
        {
            (await Client.SendAsync(HttpMethod.Get, "/api/v1/health/live", null, null)).AssertOk();
            var (answer, took) = await TimedAsync("/api/v1/health/ready");

            Assert.Equal((503, "unavailable"), (answer.Status, (string?)answer.Json["status"]));
            Assert.Equal("unhealthy", (string?)answer.Json["dependencies"]!["store"]!["status"]);
            Assert.Equal("healthy", (string?)answer.Json["dependencies"]!["recommender"]!["status"]);
            Assert.InRange(took, TimeSpan.Zero, DecisionTime);
        }

        await AssertRecoversAsync();
    }

    [Fact]
    public async Task Decision_OfAStranger_GoesOnDegraded()
    {
        var rule = await Client.AddRuleAsync(Defined.Rule(new JsonObject { ["context.page"] = "/x" }, Defined.Show("banner", "still")));
        using (await StoreLock.TakeAsync(_process!))
        {
            foreach (var person in (string[])[Sent.NewId(), _otherKnown])
            {
                var (answer, took) = await TimedAsync($"/api/v1/personalize/{person}?context.page=/x");

                Assert.InRange(took, TimeSpan.Zero, DecisionTime);
                Assert.Equal((true, false), ((bool)answer.AssertOk().Json["degraded"]!, (bool)answer.Json["known"]!));
                Assert.Equal("none", (string?)answer.Json["sources"]!["profile"]);
                Assert.Equal("fallback", (string?)answer.Json["slots"]!["hero"]!["reason"]);
                Assert.Equal(rule, (long)answer.Json["slots"]!["banner"]!["rule"]!["id"]!);
            }

            Assert.True((bool)(await Client.GetAsync($"/api/v1/segment/{Sent.NewId()}")).AssertOk().Json["degraded"]!);
            Assert.True((bool)(await Client.GetAsync($"/api/v1/recommend/{Sent.NewId()}")).AssertOk().Json["degraded"]!);
        }

        await AssertRecoversAsync();
    }

    [Fact]
    public async Task Decision_OfAPersonInMemory_IsServedStaleAndSaysSo()
    {
        using (await StoreLock.TakeAsync(_process!))
        {
            var answer = await UntilAsync(async () => await Client.PersonalizeAsync(_known), one => (string?)one["sources"]!["profile"] == "stale");

            Assert.Equal("stale", (string?)answer["sources"]!["profile"]);
            Assert.True((bool)answer["degraded"]!);
            Assert.Equal((true, 3.5m), ((bool)answer["known"]!, (decimal)answer["score"]!));
            Assert.True((double)answer["sources"]!["profile_age_seconds"]! > 1);
            Assert.True((bool)(await Client.GetAsync($"/api/v1/segment/{_known}")).AssertOk().Json["degraded"]!);
        }

        await AssertRecoversAsync();
    }

    [Fact]
    public async Task Decisions_OfManyStrangersAtOnce_HoldUpNobody()
    {
        using (await StoreLock.TakeAsync(_process!))
        {
            var storm = Enumerable.Range(0, 60).Select(_ => TimedAsync($"/api/v1/personalize/{Sent.NewId()}")).ToList();
            for (var i = 0; i < 5; i++)
            {
                var (live, took) = await TimedAsync("/api/v1/health/live");
                Assert.Equal(200, live.Status);
                Assert.InRange(took, TimeSpan.Zero, TimeSpan.FromSeconds(2));
            }

            Assert.All(await Task.WhenAll(storm), one =>
            {
                Assert.Equal(200, one.Answer.Status);
                Assert.InRange(one.Took, TimeSpan.Zero, DecisionTime);
            });
        }

        await AssertRecoversAsync();
    }

    private async Task AssertRecoversAsync()
    {
        var answer = await UntilAsync(async () => await Client.PersonalizeAsync(_known), one => !(bool)one["degraded"]!);
        Assert.Equal(("live", 3.5m), ((string?)answer["sources"]!["profile"], (decimal)answer["score"]!));
        await UntilAsync(async () => await Client.GetAsync("/api/v1/health/ready"), ready => ready.Status == 200);
        await Client.AcceptEventsAsync("rybbit", Sent.PageView(_known, "/"));
        // Two pages, and a little for the time between them.
        var after = await UntilAsync(async () => await Client.PersonalizeAsync(_known), one => (decimal)one["score"]! >= 4);
        Assert.InRange((decimal)after["score"]!, 4m, 4.5m);
    }

    private async Task<(EngineResponse Answer, TimeSpan Took)> TimedAsync(string path)
    {
        var watch = Stopwatch.StartNew();
        return (await Client.GetAsync(path), watch.Elapsed);
    }

    private static async Task<T> UntilAsync<T>(Func<Task<T>> ask, Func<T, bool> fits)
    {
        var watch = Stopwatch.StartNew();
        while (true)
        {
            var answer = await ask();
            if (fits(answer) || watch.Elapsed > TimeSpan.FromSeconds(15)) return answer;
            await Task.Delay(100);
        }
    }
}

using System.Diagnostics;
using PersonalizationEngine.Adapters.Redis.People;
using PersonalizationEngine.Engine.Personalization.Snapshots;
using PersonalizationEngine.Engine.Resilience;
using PersonalizationEngine.Servers;

namespace PersonalizationEngine.Adapters.Tests.Redis;

/// <summary>Redis makes answers cheaper; its death, silence or slowness makes none fail or wait.</summary>
public sealed class OutageTests(ITestOutputHelper output)
{
    [Theory]
    [InlineData("killed")]
    [InlineData("paused")]
    [InlineData("slow")]
    public async Task Get_ServerInTrouble_AnswersInTimeAndRecovers(string trouble)
    {
        Assert.SkipUnless(RedisServer.IsInstalled, RedisServer.Missing);
        await using var server = await RedisServer.StartAsync();
        await using var link = new SlowLink(server.Process.Port);
        await using var engine = await EngineInstance.StartAsync(TestFolder.New(), RedisFixture.OptionsOf(link.Port));
        await engine.NameAsync("ada", "Ada");
        await AskManyAsync(engine, "before", 200);

        await BeginAsync(trouble, server, link);
        var inTrouble = await AskManyAsync(engine, "during", 400);
        await engine.NameAsync("ada", "Ada Lovelace");
        Assert.Equal("Ada Lovelace", await engine.NameAsync("ada"));
        await EndAsync(trouble, server, link);
        var recovery = await EngineInstance.UntilAsync(() => IsSharedAsync(engine), TimeSpan.FromSeconds(10));

        output.WriteLine($"{trouble}: slowest answers {string.Join(", ", inTrouble.OrderDescending().Take(8).Select(took => $"{took.TotalMilliseconds:0}"))} ms; shared again after {recovery.TotalMilliseconds:0} ms");
        // All were answered before the trouble ended. Until the breaker opens a few wait for their whole budget, on a machine that
        // the tests keep busy; but nobody waits for Redis, which would answer after 4 s or never.
        Assert.InRange(inTrouble.Order().ElementAt(inTrouble.Count * 9 / 10), TimeSpan.Zero, TimeSpan.FromMilliseconds(250));
        Assert.All(inTrouble, took => Assert.InRange(took, TimeSpan.Zero, TimeSpan.FromSeconds(3.9)));
    }

    [Fact]
    public async Task Get_ServerNeverThere_AnswersFromTheStore()
    {
        await using var engine = await EngineInstance.StartAsync(TestFolder.New(), RedisFixture.OptionsOf(FreePort.Find()));
        await engine.NameAsync("ada", "Ada");
        await engine.AddRuleAsync("new");

        Assert.Equal("Ada", await engine.NameAsync("ada"));
        await AskManyAsync(engine, "never", 100);
    }

    /// <summary>People nobody has asked for, at 200 a second: each asks Redis and the store.</summary>
    private static async Task<List<TimeSpan>> AskManyAsync(EngineInstance engine, string crowd, int many)
    {
        var asked = new List<Task<TimeSpan>>();
        for (var i = 0; i < many; i++)
        {
            asked.Add(AskAsync(engine, $"{crowd}{i}"));
            await Task.Delay(5, TestContext.Current.CancellationToken);
        }

        return [.. await Task.WhenAll(asked)];
    }

    private static async Task<TimeSpan> AskAsync(EngineInstance engine, string person)
    {
        var waited = Stopwatch.StartNew();
        Assert.Equal(SnapshotSource.Live, (await engine.AskAsync(person)).Source);
        return waited.Elapsed;
    }

    private static async Task BeginAsync(string trouble, RedisServer server, SlowLink link)
    {
        if (trouble == "killed") await server.Process.KillAsync();
        else if (trouble == "paused") await server.Process.PauseAsync();
        else link.Delay = TimeSpan.FromSeconds(2);
    }

    private static async Task EndAsync(string trouble, RedisServer server, SlowLink link)
    {
        if (trouble == "killed") await server.Process.StartAsync();
        else if (trouble == "paused") await server.Process.ResumeAsync();
        else link.Delay = TimeSpan.Zero;
    }

    private static async Task<bool> IsSharedAsync(EngineInstance engine) =>
        await engine.Get<SharedPeople>().GetAsync("before0", TestContext.Current.CancellationToken) is not null
        || (engine.Get<OutsideSystems>().Find("redis")!.State == BreakerState.Closed && await WrittenAsync(engine));

    /// <summary>Redis may have lost what it held: then something new must be kept.</summary>
    private static async Task<bool> WrittenAsync(EngineInstance engine)
    {
        var cache = engine.Get<SharedPeople>();
        await cache.SetAsync("probe", [1], new(), TestContext.Current.CancellationToken);
        return await cache.GetAsync("probe", TestContext.Current.CancellationToken) is not null;
    }
}

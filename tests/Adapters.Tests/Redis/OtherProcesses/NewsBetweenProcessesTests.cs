using PersonalizationEngine.Adapters.Redis;
using PersonalizationEngine.Core.Recommendations;
using PersonalizationEngine.Engine.OtherProcesses;
using PersonalizationEngine.Engine.Ports;
using PersonalizationEngine.Servers;
using StackExchange.Redis;

namespace PersonalizationEngine.Adapters.Tests.Redis.OtherProcesses;

/// <summary>What is stored by one process shows in the answers of another within a second.</summary>
public sealed class NewsBetweenProcessesTests(RedisFixture redis, ITestOutputHelper output) : IClassFixture<RedisFixture>, IAsyncLifetime
{
    private static readonly TimeSpan Second = TimeSpan.FromSeconds(1);

    private EngineInstance _here = null!, _there = null!;
    private RedisOptions _options = null!;

    public async ValueTask InitializeAsync()
    {
        _options = redis.NewOptions();
        (_here, _there) = await PairAsync(_options);
    }

    public async ValueTask DisposeAsync()
    {
        if (_here is not null) await _here.DisposeAsync();
        if (_there is not null) await _there.DisposeAsync();
    }

    [Fact]
    public async Task Person_ChangedHere_IsKnownThere()
    {
        await _here.NameAsync("ada", "Ada");
        Assert.Equal("Ada", await _there.NameAsync("ada"));
        for (var i = 0; i < 20; i++)
        {
            await _here.NameAsync("ada", $"Ada {i}");
            await WithinASecondAsync(async () => await _there.NameAsync("ada") == $"Ada {i}");
            Assert.Equal($"Ada {i}", await _here.NameAsync("ada"));
        }
    }

    [Fact]
    public async Task Login_Here_ShowsUnderEveryIdThere()
    {
        await _here.VisitOfDeviceAsync("phone");
        Assert.Null(await _there.NameAsync("phone"));
        await _here.NameAsync("ada", "Ada");
        await _here.LoginAsync("ada", "phone");

        await WithinASecondAsync(async () => await _there.NameAsync("phone") == "Ada");
    }

    [Fact]
    public async Task Rule_AddedHere_IsInForceThere()
    {
        await _here.AddRuleAsync("new");

        await WithinASecondAsync(() => Task.FromResult(_there.Playbooks.Current.Rules.Rules.Any(rule => rule.Rule.Name == "new")));
    }

    [Fact]
    public async Task Item_ChangedHere_IsKnownThere()
    {
        await _here.ItemAsync("tea", "Tea");

        await WithinASecondAsync(() => Task.FromResult(_there.Catalogue.Find("tea")?.Title == "Tea"));
    }

    [Fact]
    public async Task Visits_SeenHere_AreLearntThere()
    {
        await _here.ItemAsync("tea", "Tea");
        for (var i = 0; i < 5; i++) await _here.VisitAsync($"visitor{i}", "/blog/tea");

        await WithinASecondAsync(async () =>
        {
            var query = new RecommendationQuery { PersonId = "stranger", Limit = 10, Instant = DateTimeOffset.UtcNow };
            var page = await _there.Get<IRecommender>().RecommendAsync(query, TestContext.Current.CancellationToken);
            return page.Items.Any(item => item.ItemId == "tea" && item.Source is RecommendationSource.Trending or RecommendationSource.Popular);
        });
    }

    [Fact]
    public async Task LiveCounts_OfAVisitHere_AreThereAtOnce()
    {
        await _there.AskAsync("ada");
        for (var i = 1; i <= 3; i++)
        {
            await _here.VisitAsync("ada", "/pricing");
            await WithinASecondAsync(async () => (await _there.AskAsync("ada")).Snapshot.State.Attributes["live"].Map["pricing_page_visits"].Number == i);
        }
    }

    [Fact]
    public async Task People_InOneBigBatch_AreAllOutOfDateThere()
    {
        var people = Enumerable.Range(0, 20_000).Select(i => $"person {i}").ToList();
        await _there.AskAsync(people[^1]);
        var generation = (await _there.AskAsync(people[^1])).Snapshot.ReadAt;
        _here.Get<INewsChannel>().Publish(new News(DateTimeOffset.UtcNow) { People = people });

        await WithinASecondAsync(async () => (await _there.AskAsync(people[^1])).Snapshot.ReadAt > generation);
    }

    [Theory]
    [InlineData("not json")]
    [InlineData("{}")]
    [InlineData("null")]
    public async Task Message_ThatMakesNoSense_MakesEverythingOutOfDate(string text)
    {
        var before = (await _there.AskAsync("ada")).Snapshot.ReadAt;
        var multiplexer = await _here.Get<RedisConnection>().GetAsync();
        await multiplexer.GetSubscriber().PublishAsync(RedisChannel.Literal($"{_options.Prefix}news:v3"), text);

        await WithinASecondAsync(async () => (await _there.AskAsync("ada")).Snapshot.ReadAt > before);
    }

    [Fact]
    public async Task Message_ThatIsLost_MakesEverythingOutOfDate()
    {
        var channel = RedisChannel.Literal($"{_options.Prefix}news:v3");
        var multiplexer = await _here.Get<RedisConnection>().GetAsync();
        await multiplexer.GetSubscriber().PublishAsync(channel, SignOfLife(7));
        await Task.Delay(200, TestContext.Current.CancellationToken);
        var before = (await _there.AskAsync("ada")).Snapshot.ReadAt;
        await multiplexer.GetSubscriber().PublishAsync(channel, SignOfLife(7));
        await Task.Delay(200, TestContext.Current.CancellationToken);
        Assert.Equal(before, (await _there.AskAsync("ada")).Snapshot.ReadAt);

        await multiplexer.GetSubscriber().PublishAsync(channel, SignOfLife(8));
        await WithinASecondAsync(async () => (await _there.AskAsync("ada")).Snapshot.ReadAt > before);
    }

    [Fact]
    public async Task ManyChanges_WithoutAPause_AreAllKnownThere()
    {
        for (var i = 0; i < 3000; i++) _here.Get<INewsChannel>().Publish(new News(DateTimeOffset.UtcNow) { People = [$"p{i}"] });
        await _here.NameAsync("ada", "Ada");
        await WithinASecondAsync(async () => await _there.NameAsync("ada") == "Ada");
    }

    [Fact]
    public async Task Connection_InterruptedWhileSomethingChanged_IsMadeUpFor()
    {
        await using var server = await RedisServer.StartAsync();
        var (here, there) = await PairAsync(RedisFixture.OptionsOf(server.Process.Port));
        await using var _ = here;
        await using var __ = there;
        await here.NameAsync("ada", "Ada");
        await EngineInstance.UntilAsync(async () => await there.NameAsync("ada") == "Ada");

        await server.Process.KillAsync();
        await here.NameAsync("ada", "Ada Lovelace");
        await here.AddRuleAsync("new");
        await here.ItemAsync("tea", "Tea");
        await server.Process.StartAsync();

        var took = await EngineInstance.UntilAsync(
            async () => await there.NameAsync("ada") == "Ada Lovelace"
                && there.Playbooks.Current.Rules.Rules.Any(rule => rule.Rule.Name == "new")
                && there.Catalogue.Find("tea") is not null,
            TimeSpan.FromSeconds(10));
        output.WriteLine($"made up for after {took.TotalMilliseconds:0} ms");
    }

    private static string SignOfLife(long number) =>
        $$"""{"origin":"x","number":{{number}},"is_sign_of_life":true,"at":"2026-05-14T12:00:00+00:00","people":[],"consents":[],"items":[],"merges":[],"taken_apart":[],"interactions":[],"shown":[],"playbook":false,"all_people":false,"all_items":false}""";

    private async Task WithinASecondAsync(Func<Task<bool>> holds)
    {
        var took = await EngineInstance.UntilAsync(holds);
        output.WriteLine($"after {took.TotalMilliseconds:0.0} ms");
        Assert.InRange(took, TimeSpan.Zero, Second);
    }

    /// <summary>Two processes on one store that hear each other.</summary>
    private static async Task<(EngineInstance Here, EngineInstance There)> PairAsync(RedisOptions options)
    {
        var folder = TestFolder.New();
        var here = await EngineInstance.StartAsync(folder, options);
        var there = await EngineInstance.StartAsync(folder, options);
        var channel = RedisChannel.Literal($"{options.Prefix}news:v3");
        var multiplexer = await here.Get<RedisConnection>().GetAsync();
        await EngineInstance.UntilAsync(async () => await multiplexer.GetSubscriber().PublishAsync(channel, SignOfLife(0)) == 2);
        return (here, there);
    }
}

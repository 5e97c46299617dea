using System.Diagnostics;
using System.Text;
using System.Text.Json;
using Microsoft.Extensions.Caching.Distributed;
using Microsoft.Extensions.DependencyInjection;
using PersonalizationEngine.Adapters.Embedded;
using PersonalizationEngine.Adapters.Redis;
using PersonalizationEngine.Adapters.Sqlite;
using PersonalizationEngine.Core.Experiments;
using PersonalizationEngine.Core.Recommendations;
using PersonalizationEngine.Engine.Administration;
using PersonalizationEngine.Engine.Ingestion;
using PersonalizationEngine.Engine.Ingestion.Batches;
using PersonalizationEngine.Engine.Ingestion.Items;
using PersonalizationEngine.Engine.Ingestion.Rybbit;
using PersonalizationEngine.Engine.OtherProcesses;
using PersonalizationEngine.Engine.Personalization.Live;
using PersonalizationEngine.Engine.Personalization.Playbooks;
using PersonalizationEngine.Engine.Personalization.Snapshots;
using PersonalizationEngine.Engine.Ports;
using PersonalizationEngine.Engine.Privacy;
using PersonalizationEngine.Engine.Recommendations;
using PersonalizationEngine.Engine.Resilience;
using PersonalizationEngine.Engine.Scoring;
using PersonalizationEngine.Engine.Segments;
using StackExchange.Redis;
using ZiggyCreatures.Caching.Fusion;
using ZiggyCreatures.Caching.Fusion.Serialization;

namespace PersonalizationEngine.Adapters.Tests.Redis;

/// <summary>What one process of an installation is made of: several on one database file and one Redis see each other only there.</summary>
internal sealed class EngineInstance : IAsyncDisposable
{
    public static readonly PersonCacheOptions Cache = PersonCacheOptions.Default with { Budget = TimeSpan.FromSeconds(5) };

    private readonly CancellationTokenSource _stopping = new();
    private readonly ServiceProvider _services;
    private readonly Task _hearing;

    private EngineInstance(ServiceProvider services, bool listens)
    {
        _services = services;
        _hearing = listens ? Get<HearNews>().RunAsync(_stopping.Token) : Task.CompletedTask;
    }

    public PeopleCounted People => (PeopleCounted)Get<IPeople>();

    public ItemCatalogue Catalogue => Get<ItemCatalogue>();

    public PlaybookKeeper Playbooks => Get<PlaybookKeeper>();

    public static async Task<EngineInstance> StartAsync(string folder, RedisOptions redis, PersonCacheOptions? cache = null, bool listens = true)
    {
        var services = new ServiceCollection()
            .AddLogging()
            .AddSingleton(TimeProvider.System)
            .AddSqliteStore(_ => SqliteOptions.In(folder))
            .AddSingleton(new TombstoneKey(new byte[32]))
            .AddEmbeddedRecommender(new RecommenderSettings(), TimeSpan.FromDays(30))
            .AddRedis(redis)
            .AddSingleton<IFusionCache>(provider => PersonCache.Create(
                cache ?? Cache, provider.GetRequiredKeyedService<IDistributedCache>(PersonCache.Name), provider.GetRequiredService<IFusionCacheSerializer>()))
            .AddSingleton(cache ?? Cache)
            .AddSingleton(ScoringRules.Default)
            .AddSingleton(InteractionWeights.Default)
            .AddSingleton(new ItemPatterns([ItemPathPattern.Parse("/blog/{item_id}")!], ["item_id"]))
            .AddSingleton(new SlotFallbacks(new Dictionary<string, Core.Profiles.AttributeValue>()))
            .AddSingleton<IWebBehaviourStore, NoWebBehaviour>()
            .AddSingleton<OutsideSystems>().AddSingleton<PersonGenerations>().AddSingleton<ItemCatalogue>().AddSingleton<MeasureLead>()
            .AddSingleton(ComparisonGroup.None).AddSingleton<RecommendToPeople>()
            .AddSingleton<LiveActivity>().AddSingleton<PersonLoader>().AddSingleton<LoadingThreads>().AddSingleton<PersonSnapshots>()
            .AddSingleton(GlobalHoldout.None).AddSingleton<NamedDefinitions>().AddSingleton<PlaybookKeeper>().AddSingleton<IAskedActs>(provider => provider.GetRequiredService<PlaybookKeeper>()).AddSingleton<MemoryOfThisProcess>().AddSingleton<HearNews>().AddSingleton<NewsOfPeople>()
            .AddSingleton<NewsOfPlaybook>().AddSingleton<RybbitEventReader>().AddSingleton<IngestEvents>().AddSingleton<RuleDesk>();
        PeopleCounted.Wrap(services);
        var built = services.BuildServiceProvider();
        await SqliteMigrations.RunAsync(built.GetRequiredService<SqliteDatabase>(), CancellationToken.None);
        // Connected before the first measurement.
        var multiplexer = await built.GetRequiredService<RedisConnection>().GetAsync();
        var instance = new EngineInstance(built, listens);
        if (listens && multiplexer.IsConnected)
        {
            var channel = RedisChannel.Literal($"{redis.Prefix}news:v3");
            await UntilAsync(() => Task.FromResult(multiplexer.GetSubscriber().SubscribedEndpoint(channel) is not null));
        }

        return instance;
    }

    public T Get<T>()
        where T : notnull => _services.GetRequiredService<T>();

    public async Task<ServedSnapshot> AskAsync(string userId) =>
        await Get<PersonSnapshots>().GetAsync(userId, TestContext.Current.CancellationToken);

    public async Task<string?> NameAsync(string userId) => (await AskAsync(userId)).Snapshot.State.Profile.Contact.Name;

    public Task NameAsync(string userId, string name) => CdpAsync(
        $$$"""{"type":"customer.upserted","timestamp":"{{{Now()}}}","data":{"user_id":"{{{userId}}}","name":"{{{name}}}"}}""");

    public Task ItemAsync(string itemId, string title) => CdpAsync(
        $$$"""{"type":"item.upserted","timestamp":"{{{Now()}}}","data":{"item_id":"{{{itemId}}}","title":"{{{title}}}"}}""");

    public Task VisitAsync(string userId, string path) => SendAsync(
        EventSource.Rybbit, $$"""{"type":"pageview","site_id":1,"user_id":"{{userId}}","pathname":"{{path}}"}""");

    public Task VisitOfDeviceAsync(string device) => SendAsync(
        EventSource.Rybbit, $$"""{"type":"pageview","site_id":1,"anonymous_id":"{{device}}","pathname":"/"}""");

    public Task LoginAsync(string userId, string device) => SendAsync(
        EventSource.Rybbit, $$"""{"type":"identify","site_id":1,"user_id":"{{userId}}","anonymous_id":"{{device}}"}""");

    public async Task AddRuleAsync(string name)
    {
        var document = JsonElement.Parse(
            $$"""{"name":"{{name}}","conditions":{},"actions":[{"type":"show","slot":"hero","content":"x"}]}""");
        Assert.IsType<Change<Core.Rules.ContentRule>.Done>(await Get<RuleDesk>().AddAsync(document, "somebody", TestContext.Current.CancellationToken));
    }

    public Task CdpAsync(string body) => SendAsync(EventSource.Cdp, body);

    /// <returns>How long it took until it held.</returns>
    public static async Task<TimeSpan> UntilAsync(Func<Task<bool>> holds, TimeSpan? within = null)
    {
        var waited = Stopwatch.StartNew();
        while (!await holds())
        {
            Assert.True(waited.Elapsed < (within ?? TimeSpan.FromSeconds(20)), "It did not come about.");
            await Task.Delay(2, TestContext.Current.CancellationToken);
        }

        return waited.Elapsed;
    }

    public async ValueTask DisposeAsync()
    {
        await _stopping.CancelAsync();
        await _hearing;
        await _services.DisposeAsync();
        _stopping.Dispose();
    }

    private async Task SendAsync(EventSource source, string body)
    {
        using var batch = EventBatchReader.Read(Encoding.UTF8.GetBytes(body), out _)!;
        var summary = await Get<IngestEvents>().RunAsync(source, batch, null, TestContext.Current.CancellationToken);
        Assert.True(summary.Accepted > 0);
    }

    private static string Now() => DateTimeOffset.UtcNow.ToString("O");
}

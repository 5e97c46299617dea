using System.Text;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;
using PersonalizationEngine.Adapters.Cdp;
using PersonalizationEngine.Adapters.Embedded;
using PersonalizationEngine.Adapters.Sqlite;
using PersonalizationEngine.Adapters.Tests.Sql;
using PersonalizationEngine.Adapters.Tests.Sqlite;
using PersonalizationEngine.Engine.Health;
using PersonalizationEngine.Engine.Ingestion;
using PersonalizationEngine.Engine.Ingestion.Batches;
using PersonalizationEngine.Engine.Ingestion.Items;
using PersonalizationEngine.Engine.Ingestion.People;
using PersonalizationEngine.Engine.Ingestion.Rybbit;
using PersonalizationEngine.Engine.OtherProcesses;
using PersonalizationEngine.Engine.Personalization.Live;
using PersonalizationEngine.Engine.Personalization.Snapshots;
using PersonalizationEngine.Engine.Ports;
using PersonalizationEngine.Engine.Privacy;
using PersonalizationEngine.Engine.Recommendations;
using PersonalizationEngine.Engine.Resilience;
using PersonalizationEngine.Engine.Scoring;
using PersonalizationEngine.Engine.Sync.Customers;
using PersonalizationEngine.Engine.Sync.Customers.Mapping;

namespace PersonalizationEngine.Adapters.Tests.Cdp;

/// <summary>An engine with a store of its own that reads a CDP's tables.</summary>
internal sealed class SyncedEngine : IAsyncDisposable
{
    private SyncedEngine(Store store) => Store = store;

    public Store Store { get; }

    private static CancellationToken Ending => TestContext.Current.CancellationToken;

    public static async Task<SyncedEngine> StartAsync(
        SqliteStores stores, string connectionString, CdpMapping mapping, Action<IServiceCollection>? change = null) =>
        Open(SqliteOptions.In(await stores.NewFolderAsync()), connectionString, mapping, change);

    public static SyncedEngine Open(
        SqliteOptions options, string connectionString, CdpMapping mapping, Action<IServiceCollection>? change = null)
    {
        var services = new ServiceCollection()
            .AddSqliteStore(_ => options)
            .AddSingleton(new TombstoneKey(new byte[32]))
            .AddSingleton<ILoggerFactory>(NullLoggerFactory.Instance)
            .AddSingleton(typeof(ILogger<>), typeof(NullLogger<>))
            // Calls outside take real time, whatever the engine's clock shows.
            .AddSingleton(provider => new OutsideSystems(TimeProvider.System, provider.GetRequiredService<ILogger<OutsideSystem>>()))
            .AddSingleton(new RybbitEventReader(new ItemPatterns([], [])))
            .AddSingleton<PersonGenerations>()
            .AddSingleton<ItemCatalogue>()
            .AddSingleton<IRecommenderFeed, QuietFeed>()
            .AddSingleton(InteractionWeights.Default)
            .AddSingleton(ScoringRules.Default)
            .AddSingleton<INewsChannel, NoNewsChannel>()
            .AddSingleton<ILiveCounters, EmbeddedLiveCounters>()
            .AddSingleton<MemoryOfThisProcess>()
            .AddSingleton<LiveActivity>()
            .AddSingleton<NewsOfPeople>()
            .AddSingleton<IngestEvents>()
            .AddSingleton(provider => new CheckHealth(
                provider.GetServices<IHealthProbe>(), provider.GetRequiredService<OutsideSystems>(), TimeProvider.System))
            .AddCdp(new CdpOptions(connectionString, mapping));
        change?.Invoke(services);
        return new SyncedEngine(new Store(services));
    }

    public Task<CustomerSyncSummary> SyncAsync() => Store.Get<SyncCustomers>().RunAsync(Ending);

    public Task<CustomerSyncSummary> SyncUntilAsync(CancellationTokenSource ending) => Store.Get<SyncCustomers>().RunAsync(ending.Token);

    /// <summary>A run that must not fail.</summary>
    public async Task<CustomerSyncSummary> SyncWellAsync()
    {
        var summary = await SyncAsync();
        Assert.Null(summary.Failure);
        return summary;
    }

    /// <summary>What a webhook would bring.</summary>
    public async Task TellAsync(string json)
    {
        using var batch = EventBatchReader.ReadOne(Encoding.UTF8.GetBytes(json));
        var summary = await Store.Get<IngestEvents>().RunAsync(EventSource.Cdp, batch, null, Ending);
        Assert.Equal(1, summary.Accepted);
    }

    public async Task<DependencyHealth> HealthAsync() =>
        (await Store.Get<CheckHealth>().RunAsync(Ending)).Dependencies.Single(dependency => dependency.Name == "cdp");

    public Task<PersonWithConsents?> FindAsync(string identity) => Store.Get<IPeople>().FindAsync(identity, Ending);

    public async Task<PersonRecord> PersonAsync(string identity) => (await FindAsync(identity))!.Person;

    public async Task<IReadOnlyList<RefusedEvent>> RefusedAsync() => await Store.Get<IRefusedEvents>().ListAsync(0, 1000, Ending);

    public async Task<Dictionary<string, ItemRecord?>> ItemsAsync()
    {
        var items = new Dictionary<string, ItemRecord?>(StringComparer.Ordinal);
        await foreach (var change in Store.Get<IItemStore>().ReadAllAsync(Ending)) items[change.ItemId] = change.Item;
        return items;
    }

    public ValueTask DisposeAsync() => Store.DisposeAsync();
}

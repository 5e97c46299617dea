using Microsoft.Extensions.DependencyInjection;
using PersonalizationEngine.Adapters.Gorse;
using PersonalizationEngine.Adapters.Sqlite;
using PersonalizationEngine.Adapters.Tests.Embedded;
using PersonalizationEngine.Adapters.Tests.Sql;
using PersonalizationEngine.Adapters.Tests.Sqlite;
using PersonalizationEngine.Engine.Ports;
using PersonalizationEngine.Engine.Recommendations;
using PersonalizationEngine.Engine.Resilience;
using PersonalizationEngine.Engine.Sync.Gorse;
using PersonalizationEngine.Servers;

namespace PersonalizationEngine.Adapters.Tests.Gorse.Sync;

/// <summary>A store, a Gorse, and the synchronisation between them.</summary>
internal sealed class Feeding : IAsyncDisposable
{
    private readonly GorseSyncOptions _options;

    private Feeding(Store store, GorseServer server, GorseSyncOptions options) =>
        (Store, Server, _options, Known) = (store, server, options, new GorseReader(server));

    public static InterestRules Rules { get; } = new(InteractionWeights.Default);

    public Store Store { get; }

    public GorseServer Server { get; }

    /// <summary>What Gorse knows, read by its own interface.</summary>
    public GorseReader Known { get; }

    /// <summary>Called before each word to Gorse; may fail in its place.</summary>
    public Func<Task> Telling { get; set; } = () => Task.CompletedTask;

    private static CancellationToken Ending => TestContext.Current.CancellationToken;

    public static async Task<Feeding> StartAsync(SqliteStores stores, int pageSize = 1000, bool isHead = false)
    {
        var server = await GorseServer.StartAsync(new GorseServerOptions(isHead));
        var options = new GorseOptions(server.Url, server.ApiKey);
        var folder = await stores.NewFolderAsync();
        var services = new ServiceCollection().AddLogging().AddSingleton<OutsideSystems>().AddSqliteStore(_ => SqliteOptions.In(folder))
            .AddSingleton<IInteractionStore>(new StoredInteractions()).AddGorse(options);
        return new Feeding(new Store(services), server, GorseSyncOptions.Default with { PageSize = pageSize });
    }

    /// <summary>One run of the timer.</summary>
    public Task<SyncedCounts> RunAsync(CancellationToken? cancellation = null) => new SyncGorse(
        Store.Get<IGorseSource>(), Store.Get<ISyncPositions>(), Rules, _options, Store.Time, new Interruptible(Store.Get<IGorse>(), this))
        .RunAsync(cancellation ?? Ending);

    public async ValueTask DisposeAsync()
    {
        Known.Dispose();
        await Store.DisposeAsync();
        await Server.DisposeAsync();
    }

    private sealed class Interruptible(IGorse gorse, Feeding feeding) : IGorse
    {
        public Task PutUsersAsync(IReadOnlyCollection<SyncedPerson> people, CancellationToken cancellationToken) =>
            TellAsync(() => gorse.PutUsersAsync(people, cancellationToken));

        public Task DeleteUsersAsync(IReadOnlyCollection<string> personIds, CancellationToken cancellationToken) =>
            TellAsync(() => gorse.DeleteUsersAsync(personIds, cancellationToken));

        public Task PutItemsAsync(IReadOnlyCollection<Engine.Ingestion.Items.ItemChange> items, CancellationToken cancellationToken) =>
            TellAsync(() => gorse.PutItemsAsync(items, cancellationToken));

        public Task PutInterestsAsync(IReadOnlyCollection<Interest> interests, CancellationToken cancellationToken) =>
            TellAsync(() => gorse.PutInterestsAsync(interests, cancellationToken));

        private async Task TellAsync(Func<Task> tell)
        {
            await feeding.Telling();
            await tell();
        }
    }
}

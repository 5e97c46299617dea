using System.Diagnostics;
using System.Globalization;
using Microsoft.Extensions.DependencyInjection;
using PersonalizationEngine.Adapters.ClickHouse;
using PersonalizationEngine.Adapters.Embedded;
using PersonalizationEngine.Adapters.MySql;
using PersonalizationEngine.Adapters.MySql.Schema;
using PersonalizationEngine.Engine.Ingestion;
using PersonalizationEngine.Engine.Ingestion.Items;
using PersonalizationEngine.Engine.OtherProcesses;
using PersonalizationEngine.Engine.Personalization.Live;
using PersonalizationEngine.Engine.Personalization.Snapshots;
using PersonalizationEngine.Engine.Ports;
using PersonalizationEngine.Engine.Privacy;
using PersonalizationEngine.Engine.Recommendations;
using PersonalizationEngine.Engine.Resilience;
using PersonalizationEngine.Engine.Scoring;
using PersonalizationEngine.Engine.Sync.Behaviour;

namespace PersonalizationEngine.RealSystems.Rescoring;

/// <summary>What the engine does, in a process of its own: counts a site's behaviour and scores everybody, three times.</summary>
internal static class EnginePart
{
    public static async Task<int> RunAsync(Uri clickHouse, string database, string mySql, IReadOnlyList<int> servers)
    {
        await using var services = Build(clickHouse, database, mySql);
        await MySqlMigrations.RunAsync(services.GetRequiredService<MySqlDatabase>(), CancellationToken.None);
        // First everybody is new, then everybody is known and nobody has changed, then everybody has.
        await RoundAsync(services, "first", servers);
        await services.GetRequiredService<ISyncPositions>().WriteAsync(SyncBehaviour.PositionName, "", CancellationToken.None);
        await RoundAsync(services, "again", servers);
        services.GetRequiredService<LaterTime>().Offset = 2 * Site.LaterVisit;
        await services.GetRequiredService<ISyncPositions>().WriteAsync(SyncBehaviour.PositionName, "", CancellationToken.None);
        await RoundAsync(services, "changed", servers);
        return 0;
    }

    private static async Task RoundAsync(ServiceProvider services, string round, IReadOnlyList<int> servers)
    {
        var processors = new ProcessorTime(servers);
        var clock = Stopwatch.StartNew();
        var summary = await services.GetRequiredService<SyncBehaviour>().RunAsync(CancellationToken.None);
        var synced = clock.Elapsed;
        var scored = await services.GetRequiredService<RescoreChangedPeople>().RunAsync(CancellationToken.None);
        Console.WriteLine(string.Create(
            CultureInfo.InvariantCulture,
            $"{round} {summary.Met} {summary.Scored + scored} {synced.TotalSeconds:0.00} {clock.Elapsed.TotalSeconds:0.00} {PeakMegabytes():0} {string.Join(' ', processors.Elapsed.Select(seconds => seconds.ToString("0.00", CultureInfo.InvariantCulture)))}"));
    }

    private static double PeakMegabytes() => File.ReadLines("/proc/self/status")
        .Where(line => line.StartsWith("VmHWM:", StringComparison.Ordinal))
        .Select(line => double.Parse(line["VmHWM:".Length..].Replace("kB", "", StringComparison.Ordinal), CultureInfo.InvariantCulture) / 1024)
        .Single();

    private static ServiceProvider Build(Uri clickHouse, string database, string mySql) => new ServiceCollection()
        .AddLogging()
        .AddSingleton<LaterTime>()
        .AddSingleton<TimeProvider>(provider => provider.GetRequiredService<LaterTime>())
        .AddSingleton(ScoringRules.Default)
        .AddSingleton(InteractionWeights.Default)
        .AddSingleton(new ItemPatterns([], ["item_id"]))
        .AddSingleton(BehaviourSyncOptions.Default with { Lag = TimeSpan.Zero })
        .AddSingleton<PersonGenerations>()
        .AddSingleton<ItemCatalogue>()
        .AddSingleton<IRecommenderFeed, NoRecommender>()
        .AddSingleton<OutsideSystems>()
        .AddSingleton<INewsChannel, NoNewsChannel>()
        .AddSingleton<ILiveCounters, EmbeddedLiveCounters>()
        .AddSingleton<MemoryOfThisProcess>()
        .AddSingleton<LiveActivity>()
        .AddSingleton<NewsOfPeople>()
        .AddSingleton<MeasureLead>()
        .AddSingleton<RescoreChangedPeople>()
        .AddSingleton<SyncBehaviour>()
        .AddMySqlStore(_ => new MySqlOptions(mySql))
        .AddSingleton(new TombstoneKey(new byte[32]))
        .AddRybbit(new ClickHouseOptions(clickHouse, database, "default", ""))
        .BuildServiceProvider();

    private sealed class LaterTime : TimeProvider
    {
        public TimeSpan Offset { get; set; }

        public override DateTimeOffset GetUtcNow() => base.GetUtcNow() + Offset;
    }

    private sealed class NoRecommender : IRecommenderFeed
    {
        public void Observe(IReadOnlyList<Core.Recommendations.Interaction> interactions)
        {
        }

        public void Merge(string fromPersonId, string toPersonId)
        {
        }

        public void Forget(string personId)
        {
        }

        public IReadOnlyList<string> ItemsMetBy(string personId) => [];

        public void Apply(ItemChange change)
        {
        }

        public void NoteShown(IReadOnlyList<ShownItem> shown)
        {
        }
    }
}

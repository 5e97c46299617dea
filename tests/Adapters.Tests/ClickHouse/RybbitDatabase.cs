using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using PersonalizationEngine.Adapters.ClickHouse;
using PersonalizationEngine.Engine.Ingestion.Items;
using PersonalizationEngine.Engine.Ports;
using PersonalizationEngine.Engine.Recommendations;
using PersonalizationEngine.Engine.Scoring;
using PersonalizationEngine.Engine.Sync.Behaviour;
using PersonalizationEngine.Servers;

namespace PersonalizationEngine.Adapters.Tests.ClickHouse;

/// <summary>A database of Rybbit's, and our reader of it.</summary>
internal sealed class RybbitDatabase(ClickHouseServer server, string name, Generation generation)
{
    public Generation Generation => generation;

    public ClickHouseOptions Options { get; init; } = new(server.Address, name, server.Reader, server.Password);

    public static async Task<RybbitDatabase> CreateAsync(ClickHouseServer server, Generation generation)
    {
        var database = new RybbitDatabase(server, await server.CreateDatabaseAsync(), generation);
        foreach (var statement in RybbitTables.Of(generation)) await database.ExecuteAsync(statement);
        return database;
    }

    public Task<string> ExecuteAsync(string sql) => server.ExecuteAsync(name, sql);

    /// <summary>Inserts what a select gives, column by column.</summary>
    public Task InsertAsync(string columns, string select) => ExecuteAsync($"insert into events ({columns}) {select}");

    /// <summary>The reader as the composition root makes it.</summary>
    public ServiceProvider Services(
        ClickHouseOptions? options = null, ScoringRules? rules = null, ItemPatterns? items = null, ILoggerProvider? log = null) => new ServiceCollection()
        .AddLogging(logging =>
        {
            if (log is not null) logging.AddProvider(log);
        })
        .AddSingleton(rules ?? ScoringRules.Default)
        .AddSingleton(items ?? new ItemPatterns([], []))
        .AddSingleton(InteractionWeights.Default)
        .AddRybbit(options ?? Options)
        .BuildServiceProvider();

    public async Task<Dictionary<string, VisitorBehaviour>> ReadAsync(VisitorQuery query, ClickHouseOptions? options = null, ScoringRules? rules = null)
    {
        await using var services = Services(options, rules);
        var visitors = new Dictionary<string, VisitorBehaviour>();
        await foreach (var visitor in services.GetRequiredService<IWebAnalytics>().ReadAsync(query, TestContext.Current.CancellationToken))
            visitors.Add(visitor.VisitorId, visitor);
        return visitors;
    }
}

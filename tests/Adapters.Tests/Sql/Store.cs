using Dapper;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Time.Testing;
using PersonalizationEngine.Adapters.Sql;
using PersonalizationEngine.Engine.Ingestion.Planning;
using PersonalizationEngine.Engine.Ports;
using PersonalizationEngine.Engine.Privacy;

namespace PersonalizationEngine.Adapters.Tests.Sql;

/// <summary>A database that one test has to itself, seen through the ports it serves.</summary>
public sealed class Store : IAsyncDisposable
{
    public static readonly DateTimeOffset Now = new(2026, 5, 14, 12, 0, 0, TimeSpan.Zero);

    private readonly ServiceProvider _services;

    /// <param name="services">With a database and its ports.</param>
    public Store(IServiceCollection services) => _services = services
        .AddSingleton<TimeProvider>(Time)
        .AddSingleton(new TombstoneKey(new byte[32]))
        .AddLogging(logging => logging.AddProvider(Log))
        .BuildServiceProvider();

    public FakeTimeProvider Time { get; } = new(Now);

    /// <summary>What was logged so far.</summary>
    public LoggedLines Log { get; } = new();

    public SqlDatabase Database => Get<SqlDatabase>();

    private static CancellationToken Ending => TestContext.Current.CancellationToken;

    public T Get<T>()
        where T : notnull => _services.GetRequiredService<T>();

    /// <summary>Writes a plan as ingestion does.</summary>
    public Task WriteAsync(IngestionPlan plan) =>
        Get<IIngestionStore>().ApplyAsync(Facts.AskNothing, _ => plan, [], Ending);

    public async Task<IngestionKnowledge> AskAsync(IngestionQuestion question)
    {
        IngestionKnowledge? answer = null;
        await Get<IIngestionStore>().ApplyAsync(question, knowledge => Facts.Nothing with { Source = (answer = knowledge) is null ? default : question.Source }, [], Ending);
        return answer!;
    }

    /// <summary>What no port reads, looked up as an operator would.</summary>
    public async Task<IReadOnlyList<T>> RowsAsync<T>(string sql, object? parameters = null)
    {
        await using var connection = await Database.OpenAsync(Ending);
        return [.. await connection.QueryAsync<T>(sql, parameters)];
    }

    public async Task<long> CountAsync(string table) => (await RowsAsync<long>($"select count(*) from {table}"))[0];

    public ValueTask DisposeAsync() => _services.DisposeAsync();
}

using System.Collections.Concurrent;
using Dapper;
using Microsoft.Extensions.DependencyInjection;
using PersonalizationEngine.Adapters.MySql;
using PersonalizationEngine.Adapters.MySql.Schema;
using PersonalizationEngine.Adapters.Tests.MySql;
using PersonalizationEngine.Adapters.Tests.Sql;
using PersonalizationEngine.Servers;

[assembly: AssemblyFixture(typeof(MySqlStores))]

namespace PersonalizationEngine.Adapters.Tests.MySql;

/// <summary>
/// Databases on one server, which starts with the first test that asks for one. Making one takes long, so they are swept and
/// lent again; the first is migrated, the others are copies of it.
/// </summary>
public sealed class MySqlStores : IStores, IAsyncDisposable
{
    private readonly Lazy<Task<MariaDbServer>> _server = new(MariaDbServer.StartAsync);
    private readonly SemaphoreSlim _making = new(1, 1);
    private readonly ConcurrentBag<string> _free = [];
    private string? _template;
    private IReadOnlyList<string> _tables = [];

    public async Task<MariaDbServer> ServerAsync()
    {
        Assert.SkipUnless(MariaDbServer.IsInstalled, MariaDbServer.Missing);
        return await _server.Value;
    }

    public async Task<Store> NewAsync()
    {
        var server = await ServerAsync();
        var name = _free.TryTake(out var swept) ? swept : await CopyAsync(server);
        return Open(new MySqlOptions(server.ConnectionStringOf(name)), () => GiveBackAsync(server, name));
    }

    /// <summary>A database of its own that nobody gets after.</summary>
    public async Task<MySqlOptions> NewOptionsAsync()
    {
        var server = await ServerAsync();
        return new MySqlOptions(server.ConnectionStringOf(await CopyAsync(server)));
    }

    /// <summary>An empty database, without any table.</summary>
    public async Task<MySqlOptions> BareAsync()
    {
        var server = await ServerAsync();
        return new MySqlOptions(server.ConnectionStringOf(await server.CreateDatabaseAsync()));
    }

    /// <summary>Waits between attempts take real time, whatever time the store is told.</summary>
    public static Store Open(MySqlOptions options, Func<ValueTask>? afterwards = null) => new(new ServiceCollection()
        .AddMySqlStore(_ => options)
        .AddSingleton(_ => new Afterwards(afterwards))
        .AddSingleton(provider =>
        {
            provider.GetRequiredService<Afterwards>();
            return new MySqlDatabase(options, TimeProvider.System);
        }));

    public async ValueTask DisposeAsync()
    {
        if (_server.IsValueCreated) await (await _server.Value).DisposeAsync();
        _making.Dispose();
    }

    private async Task<string> CopyAsync(MariaDbServer server)
    {
        await _making.WaitAsync();
        try
        {
            var template = _template ??= await MigrateAsync(server);
            var name = await server.CreateDatabaseAsync();
            await server.ExecuteAsync(name, string.Concat(_tables.Select(table => $"create table {table} like {template}.{table};"))
                + $"insert into write_locks select * from {template}.write_locks; insert into tombstone_gate select * from {template}.tombstone_gate; insert into {OwnVersions} select * from {template}.{OwnVersions}");
            return name;
        }
        finally
        {
            _making.Release();
        }
    }

    private async Task<string> MigrateAsync(MariaDbServer server)
    {
        var name = await server.CreateDatabaseAsync();
        await using var database = new MySqlDatabase(new MySqlOptions(server.ConnectionStringOf(name)), TimeProvider.System);
        await MySqlMigrations.RunAsync(database, CancellationToken.None);
        await using var connection = await database.OpenAsync(CancellationToken.None);
        _tables = [.. await connection.QueryAsync<string>("select table_name from information_schema.tables where table_schema = database()")];
        return name;
    }

    private async ValueTask GiveBackAsync(MariaDbServer server, string name)
    {
        var swept = _tables.Except([OwnVersions, "write_locks", "tombstone_gate"]);
        await server.ExecuteAsync(name, string.Concat(swept.Select(table => $"delete from {table};")) + "update tombstone_gate set tombstones = 0");
        _free.Add(name);
    }

    private const string OwnVersions = "personalization_engine_versions";

    private sealed class Afterwards(Func<ValueTask>? action) : IAsyncDisposable
    {
        public ValueTask DisposeAsync() => action?.Invoke() ?? ValueTask.CompletedTask;
    }
}

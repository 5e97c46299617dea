using Dapper;
using Microsoft.Extensions.DependencyInjection;
using PersonalizationEngine.Adapters.Sqlite;
using PersonalizationEngine.Adapters.Tests.Sql;
using PersonalizationEngine.Adapters.Tests.Sqlite;

[assembly: AssemblyFixture(typeof(SqliteStores))]

namespace PersonalizationEngine.Adapters.Tests.Sqlite;

/// <summary>Files copied from one that was migrated once, since that takes most of a second.</summary>
public sealed class SqliteStores : IStores, IAsyncLifetime
{
    private readonly SqliteDatabase _template = new(SqliteOptions.In(TestFolder.New()));

    public async ValueTask InitializeAsync() => await SqliteMigrations.RunAsync(_template, CancellationToken.None);

    public async Task<Store> NewAsync() => Open(SqliteOptions.In(await NewFolderAsync()));

    /// <summary>A folder with an empty store in it.</summary>
    public async Task<string> NewFolderAsync()
    {
        var folder = TestFolder.New();
        await using var connection = await _template.OpenAsync(CancellationToken.None);
        await connection.ExecuteAsync("vacuum into @Path", new { SqliteOptions.In(folder).Path });
        return folder;
    }

    public static Store Open(SqliteOptions options) => new(new ServiceCollection().AddSqliteStore(_ => options));

    public ValueTask DisposeAsync()
    {
        _template.Dispose();
        return ValueTask.CompletedTask;
    }
}

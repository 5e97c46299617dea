using System.Reflection;
using Dapper;
using FluentMigrator;
using FluentMigrator.Runner;
using Microsoft.Extensions.DependencyInjection;
using PersonalizationEngine.Adapters.Sql.Migrations;
using PersonalizationEngine.Adapters.Sqlite;
using PersonalizationEngine.Adapters.Tests.Sql.Sync;

namespace PersonalizationEngine.Adapters.Tests.Sqlite;

public sealed class MigrationTests : IDisposable
{
    private static readonly string[] GivenUp = ["web_behaviour", "deliveries", "campaigns"];

    private readonly SqliteDatabase _database = new(SqliteOptions.In(TestFolder.New()));

    public static TheoryData<long> OlderVersions { get; } = [.. Versions().SkipLast(1)];

    private static CancellationToken Ending => TestContext.Current.CancellationToken;

    [Fact]
    public void Newest_ComparedWithTheMigrationsThereAre_IsTheLastOfThem() =>
        Assert.Equal(EngineSchema.Newest, Versions()[^1]);

    [Fact]
    public async Task RunAsync_NoFileYet_RunsEveryMigration()
    {
        await SqliteMigrations.RunAsync(_database, Ending);
        Assert.Equal(Versions(), await RowsAsync<long>("select Version from VersionInfo order by Version"));
    }

    [Fact]
    public async Task RunAsync_NewestAlready_ChangesNothing()
    {
        await SqliteMigrations.RunAsync(_database, Ending);
        await FillAsync();
        var before = await WholeAsync();
        await SqliteMigrations.RunAsync(_database, Ending);
        Assert.Equal(before, await WholeAsync());
    }

    [Theory]
    [MemberData(nameof(OlderVersions))]
    public async Task RunAsync_StoreOfAnOlderVersion_KeepsItsDataAndGetsTheNewestSchema(long version)
    {
        await MigrateToAsync(version);
        await FillAsync();
        var before = await ContentAsync();

        await SqliteMigrations.RunAsync(_database, Ending);

        // Columns that came later stand behind the old ones, one table was taken up by another, and two were made anew before anything was ever written to them.
        var after = await ContentAsync();
        Assert.All(before.Where(row => !GivenUp.Any(table => row.StartsWith($"{table}: ", StringComparison.Ordinal))), row => Assert.Contains(after, now => now == row || now.StartsWith($"{row}, ", StringComparison.Ordinal)));
        Assert.Equal(await NewestSchemaAsync(), await SchemaAsync(_database));
    }

    [Fact]
    public async Task RunAsync_StoreWithBehaviourInATableOfItsOwn_KeepsItBesideTheIdentity()
    {
        await MigrateToAsync(2026_11_23_0011);
        await ExecuteAsync(MovedBehaviour.Fill);

        await SqliteMigrations.RunAsync(_database, Ending);

        await MovedBehaviour.AssertThereAsync(_database);
    }

    [Fact]
    public async Task RunAsync_StoreOfALaterVersion_IsLeftAsItIs()
    {
        await SqliteMigrations.RunAsync(_database, Ending);
        await ExecuteAsync("insert into VersionInfo (Version, Description) values (2999_01_01_0001, 'of a later engine')");
        var before = await WholeAsync();
        await SqliteMigrations.RunAsync(_database, Ending);
        Assert.Equal(before, await WholeAsync());
    }

    [Fact]
    public async Task MigrateDown_ToNothing_LeavesNoTableOfOurs()
    {
        await SqliteMigrations.RunAsync(_database, Ending);
        await using var services = Runner();
        services.GetRequiredService<IMigrationRunner>().MigrateDown(0);
        Assert.Equal(
            ["VersionInfo"],
            await RowsAsync<string>("select name from sqlite_master where type = 'table' and name not like 'sqlite_%'"));
    }

    public void Dispose() => _database.Dispose();

    private static List<long> Versions() =>
    [
        .. typeof(SqliteMigrations).Assembly.GetTypes()
            .Select(type => type.GetCustomAttribute<MigrationAttribute>()?.Version).OfType<long>().Order(),
    ];

    /// <summary>A row in each table there is, of whatever fits its columns.</summary>
    private async Task FillAsync()
    {
        foreach (var table in await TablesAsync())
        {
            var columns = (await RowsAsync<string>($"select name from pragma_table_info('{table}')")).ToList();
            await ExecuteAsync($"insert into {table} ({string.Join(", ", columns)}) values ({string.Join(", ", columns.Select((_, place) => 40 + place))})");
        }
    }

    private async Task<List<string>> ContentAsync()
    {
        var rows = new List<string>();
        await using var connection = await _database.OpenAsync(Ending);
        foreach (var table in await TablesAsync())
            foreach (IDictionary<string, object> row in await connection.QueryAsync($"select * from {table}"))
                rows.Add($"{table}: {string.Join(", ", row.Select(column => $"{column.Key}={column.Value}"))}");
        return rows;
    }

    private async Task<List<string>> WholeAsync() =>
        [.. await SchemaAsync(_database), .. await ContentAsync(), .. await RowsAsync<string>("select Version || coalesce(AppliedOn, '') from VersionInfo")];

    private Task<IReadOnlyList<string>> TablesAsync() => RowsAsync<string>(
        "select name from sqlite_master where type = 'table' and name not like 'sqlite_%' and name <> 'VersionInfo' order by name");

    private static async Task<List<string>> NewestSchemaAsync()
    {
        using var fresh = new SqliteDatabase(SqliteOptions.In(TestFolder.New()));
        await SqliteMigrations.RunAsync(fresh, Ending);
        return await SchemaAsync(fresh);
    }

    private static async Task<List<string>> SchemaAsync(SqliteDatabase database)
    {
        await using var connection = await database.OpenAsync(Ending);
        return [.. await connection.QueryAsync<string>("select sql from sqlite_master where sql is not null order by name")];
    }

    private async Task MigrateToAsync(long version)
    {
        await using var services = Runner();
        services.GetRequiredService<IMigrationRunner>().MigrateUp(version);
    }

    private ServiceProvider Runner() => new ServiceCollection()
        .AddFluentMigratorCore()
        .ConfigureRunner(runner => runner.AddSQLite().WithGlobalConnectionString(_database.ConnectionString)
            .ScanIn(typeof(SqliteMigrations).Assembly).For.Migrations())
        .BuildServiceProvider();

    private async Task<IReadOnlyList<T>> RowsAsync<T>(string sql)
    {
        await using var connection = await _database.OpenAsync(Ending);
        return [.. await connection.QueryAsync<T>(sql)];
    }

    private async Task ExecuteAsync(string sql)
    {
        await using var connection = await _database.OpenAsync(Ending);
        await connection.ExecuteAsync(sql);
    }
}

using System.Reflection;
using Dapper;
using FluentMigrator;
using FluentMigrator.Runner;
using Microsoft.Extensions.DependencyInjection;
using PersonalizationEngine.Adapters.Sqlite;

namespace PersonalizationEngine.Adapters.Tests.Sqlite;

/// <summary>What docs/upgrade.md promises: code that is one migration older goes on with a store that a migration has changed.</summary>
public sealed class MigrationPolicyTests : IDisposable
{
    /// <summary>The promise is of later ones; what was made before the first release moved and dropped tables.</summary>
    private const long Before = 2026_11_23_0024;

    private readonly SqliteDatabase _database = new(SqliteOptions.In(TestFolder.New()));

    public static TheoryData<long> Held { get; } = [.. Versions().Where(version => version > Before)];

    private static CancellationToken Ending => TestContext.Current.CancellationToken;

    [Theory]
    [MemberData(nameof(Held))]
    public async Task Migration_ComparedWithTheSchemaBefore_OnlyAdds(long version)
    {
        await using var services = Runner();
        var runner = services.GetRequiredService<IMigrationRunner>();
        runner.MigrateUp(Versions().Where(one => one < version).Max());
        var before = await ColumnsAsync();
        runner.MigrateUp(version);
        var after = await ColumnsAsync();

        // All that the code before knows is as it knows it.
        Assert.Empty(before.Except(after));
        // And it can still add rows: it names no column that it does not know.
        var tables = before.Select(column => column.Table).ToHashSet(StringComparer.Ordinal);
        Assert.DoesNotContain(after.Except(before), column => tables.Contains(column.Table) && column is { Required: 1, Default: null });
    }

    public void Dispose() => _database.Dispose();

    private async Task<IReadOnlyList<Column>> ColumnsAsync()
    {
        await using var connection = await _database.OpenAsync(Ending);
        return
        [
            .. await connection.QueryAsync<Column>(
                """
                select made.name as "Table", info.name as Name, info.type as Type, info."notnull" as Required, info.dflt_value as "Default"
                from sqlite_master made join pragma_table_xinfo(made.name) info where made.type = 'table' and made.name <> 'VersionInfo'
                """),
        ];
    }

    private ServiceProvider Runner() => new ServiceCollection()
        .AddFluentMigratorCore()
        .ConfigureRunner(runner => runner.AddSQLite().WithGlobalConnectionString(_database.ConnectionString)
            .ScanIn(typeof(SqliteMigrations).Assembly).For.Migrations())
        .BuildServiceProvider();

    private static IEnumerable<long> Versions() => typeof(SqliteMigrations).Assembly.GetTypes()
        .Select(type => type.GetCustomAttribute<MigrationAttribute>()?.Version ?? 0).Where(version => version > 0).Order();

    private sealed record Column
    {
        public string Table { get; init; } = "";

        public string Name { get; init; } = "";

        public string Type { get; init; } = "";

        public long Required { get; init; }

        public string? Default { get; init; }
    }
}

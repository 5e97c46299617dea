using Dapper;
using FluentMigrator.Runner;
using Microsoft.Extensions.DependencyInjection;
using PersonalizationEngine.Adapters.Sql.Migrations;

namespace PersonalizationEngine.Adapters.Sqlite;

/// <summary>Brings the database file up to the newest schema.</summary>
public static class SqliteMigrations
{

    private const long Newest = EngineSchema.Newest;

    public static async Task RunAsync(SqliteDatabase database, CancellationToken cancellationToken)
    {
        // The migration runner takes most of a second to come up: it is only asked when there is something to do.
        if (await VersionAsync(database, cancellationToken) == Newest) return;

        await using var services = new ServiceCollection()
            .AddFluentMigratorCore()
            .ConfigureRunner(runner => runner
                .AddSQLite()
                .WithGlobalConnectionString(database.ConnectionString)
                .ScanIn(typeof(M202611230001CreateRequirementTables).Assembly).For.Migrations())
            .BuildServiceProvider();
        await using var scope = services.CreateAsyncScope();
        scope.ServiceProvider.GetRequiredService<IMigrationRunner>().MigrateUp();
    }

    private static async Task<long?> VersionAsync(SqliteDatabase database, CancellationToken cancellationToken)
    {
        await using var connection = await database.OpenAsync(cancellationToken);
        var hasTable = await connection.ExecuteScalarAsync<long>("select count(*) from sqlite_master where name = 'VersionInfo'");
        return hasTable == 0 ? null : await connection.ExecuteScalarAsync<long?>("select max(Version) from VersionInfo");
    }
}

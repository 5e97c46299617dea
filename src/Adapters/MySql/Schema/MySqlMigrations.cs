using System.Data.Common;
using Dapper;
using FluentMigrator.Runner;
using FluentMigrator.Runner.Generators.MySql;
using Microsoft.Extensions.DependencyInjection;
using PersonalizationEngine.Adapters.Sql.Migrations;

namespace PersonalizationEngine.Adapters.MySql.Schema;

/// <summary>Brings the engine's tables up to the newest schema, by one process at a time.</summary>
public static class MySqlMigrations
{
    private const string HasTable = "select count(*) from information_schema.tables where table_schema = database() and table_name = @Table";

    /// <summary>The lock is the whole server's, and its name takes 64 characters: hence the hash.</summary>
    private const string Lock = "select get_lock(concat('personalization-engine-', left(sha2(database(), 256), 32)), @seconds)";

    private const string Unlock = "select release_lock(concat('personalization-engine-', left(sha2(database(), 256), 32)))";

    /// <summary>Time enough for another process to do it.</summary>
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(120);

    /// <exception cref="InvalidDataException">The database has tables of our names that are not ours. Nothing was altered.</exception>
    /// <exception cref="TimeoutException">Another process has been at it for two minutes.</exception>
    public static async Task RunAsync(MySqlDatabase database, CancellationToken cancellationToken)
    {
        await using var connection = await database.OpenAsync(cancellationToken);
        // The migration runner takes most of a second to come up: it is only asked when there is something to do.
        if (await VersionAsync(connection) == EngineSchema.Newest) return;

        var isLocked = await connection.ExecuteScalarAsync<long?>(new CommandDefinition(
            Lock, new { seconds = (int)Patience.TotalSeconds }, commandTimeout: (int)Patience.TotalSeconds * 2, cancellationToken: cancellationToken));
        if (isLocked != 1) throw new TimeoutException("Another process has been bringing the engine's tables up to date for two minutes.");
        try
        {
            await MigrateAsync(database, connection, cancellationToken);
        }
        finally
        {
            await connection.ExecuteAsync(Unlock);
        }
    }

    /// <summary>What runs the migrations; <see cref="RunAsync"/> is the way up, and this the way back.</summary>
    public static ServiceProvider Runner(MySqlDatabase database) => Runner(database.ConnectionString);

    private static ServiceProvider Runner(string connectionString) => new ServiceCollection()
        .AddFluentMigratorCore()
        .ConfigureRunner(runner => runner
            .AddMySql8()
            .WithGlobalConnectionString(connectionString)
            .WithVersionTable(new OwnVersions())
            .ScanIn(typeof(EngineSchema).Assembly).For.Migrations())
        .AddScoped<MySql8Generator, OwnTables>()
        .BuildServiceProvider();

    private static async Task MigrateAsync(MySqlDatabase database, DbConnection connection, CancellationToken cancellationToken)
    {
        var version = await VersionAsync(connection);
        if (version == EngineSchema.Newest) return;

        await using var services = Runner(await database.SignedConnectionStringAsync(cancellationToken));
        await using var scope = services.CreateAsyncScope();
        await TablesToCome.ClearAsync(connection, scope.ServiceProvider, version ?? 0);
        scope.ServiceProvider.GetRequiredService<IMigrationRunner>().MigrateUp();
    }

    private static async Task<long?> VersionAsync(DbConnection connection) =>
        await connection.ExecuteScalarAsync<long>(HasTable, new { OwnVersions.Table }) == 0
            ? null
            : await connection.ExecuteScalarAsync<long?>($"select max(version) from {OwnVersions.Table}");
}

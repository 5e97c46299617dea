using Microsoft.Extensions.DependencyInjection;
using PersonalizationEngine.Adapters.MySql;
using PersonalizationEngine.Adapters.MySql.Schema;
using PersonalizationEngine.Adapters.Sqlite;
using PersonalizationEngine.Engine.Schedules;
using PersonalizationEngine.Functions.Settings.Connections;

namespace PersonalizationEngine.Functions.Hosting;

/// <summary>The engine's own tables: on MySQL where a connection is set, in a file of the data folder otherwise.</summary>
internal static class StoreServices
{
    public static IServiceCollection AddStore(this IServiceCollection services, ConnectionSettings connections, EntraServices entra, string dataDirectory)
    {
        var isRemote = connections.Store is not null;
        if (connections.Store is { } connection) services.AddMySqlStore(_ => new MySqlOptions(connection.ConnectionString) { Tokens = entra.OfStore });
        else services.AddSqliteStore(_ => SqliteOptions.In(dataDirectory));

        return services
            .AddSingleton(provider => new StoreMigration(
                token => isRemote
                    ? MySqlMigrations.RunAsync(provider.GetRequiredService<MySqlDatabase>(), token)
                    : SqliteMigrations.RunAsync(provider.GetRequiredService<SqliteDatabase>(), token),
                isRemote))
            .AddSingleton(provider => ThisProcess(provider.GetRequiredService<TimeProvider>()))
            .AddHostedService<StoreUpgrade>();
    }

    /// <summary>Two processes of one machine differ by their numbers, and one with the number of an earlier one by its start.</summary>
    private static JobHolder ThisProcess(TimeProvider time)
    {
        var machine = Environment.MachineName.Length <= 60 ? Environment.MachineName : Environment.MachineName[..60];
        return new JobHolder($"{machine}/{Environment.ProcessId}/{time.GetUtcNow().ToUnixTimeMilliseconds()}");
    }
}

using Microsoft.Extensions.DependencyInjection;
using PersonalizationEngine.Adapters.Sql;
using PersonalizationEngine.Engine.Ports;

namespace PersonalizationEngine.Adapters.Sqlite;

public static class SqliteRegistration
{
    /// <summary>The engine's own store in one SQLite file.</summary>
    public static IServiceCollection AddSqliteStore(this IServiceCollection services, Func<IServiceProvider, SqliteOptions> options)
    {
        services.AddSingleton(provider => new SqliteDatabase(options(provider)));
        services.AddSingleton<SqlDatabase>(provider => provider.GetRequiredService<SqliteDatabase>());
        services.AddSingleton<IHealthProbe, SqliteHealth>();
        return services.AddSqlStore();
    }
}

using Microsoft.Extensions.DependencyInjection;
using PersonalizationEngine.Adapters.Sql;
using PersonalizationEngine.Engine.Ports;

namespace PersonalizationEngine.Adapters.MySql;

public static class MySqlRegistration
{
    /// <summary>The engine's own store in a MySQL database.</summary>
    public static IServiceCollection AddMySqlStore(this IServiceCollection services, Func<IServiceProvider, MySqlOptions> options)
    {
        services.AddSingleton(provider => new MySqlDatabase(options(provider), provider.GetRequiredService<TimeProvider>()));
        services.AddSingleton<SqlDatabase>(provider => provider.GetRequiredService<MySqlDatabase>());
        services.AddSingleton<IHealthProbe, MySqlHealth>();
        return services.AddSqlStore();
    }
}

using Microsoft.Extensions.DependencyInjection;
using PersonalizationEngine.Adapters.Embedded;
using PersonalizationEngine.Adapters.Redis;
using PersonalizationEngine.Engine.OtherProcesses;
using PersonalizationEngine.Engine.Ports;
using PersonalizationEngine.Functions.Settings.Connections;

namespace PersonalizationEngine.Functions.Hosting;

/// <summary>What several processes share: over Redis where a connection is set; otherwise each keeps its own.</summary>
internal static class SharingServices
{
    public static IServiceCollection AddSharing(this IServiceCollection services, ConnectionSettings connections, EntraServices entra) => connections.Redis is { } redis
        ? services.AddRedis(new RedisOptions(redis.Host, redis.Port, redis.User, redis.Password, redis.Database, redis.IsSecure) { Tokens = entra.OfRedis })
        : services
            .AddSingleton<INewsChannel, NoNewsChannel>()
            .AddSingleton<EmbeddedLiveCounters>()
            .AddSingleton<ILiveCounters>(provider => provider.GetRequiredService<EmbeddedLiveCounters>())
            .AddSingleton<IPersonalPlace>(provider => provider.GetRequiredService<EmbeddedLiveCounters>());
}

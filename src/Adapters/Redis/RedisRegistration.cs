using Microsoft.Extensions.Caching.Distributed;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using PersonalizationEngine.Adapters.Redis.Live;
using PersonalizationEngine.Adapters.Redis.OtherProcesses;
using PersonalizationEngine.Adapters.Redis.People;
using PersonalizationEngine.Adapters.Redis.Privacy;
using PersonalizationEngine.Engine.Personalization.Snapshots;
using PersonalizationEngine.Engine.Ports;
using ZiggyCreatures.Caching.Fusion.Serialization;

namespace PersonalizationEngine.Adapters.Redis;

public static class RedisRegistration
{
    /// <summary>What the processes of one installation share: a cache of people, news and live counters.</summary>
    public static IServiceCollection AddRedis(this IServiceCollection services, RedisOptions options) => services
        .AddSingleton(provider => new RedisConnection(
            options, provider.GetService<TimeProvider>(), provider.GetService<ILogger<RedisConnection>>()))
        .AddSingleton<RedisCalls>()
        .AddSingleton<SharedPeople>()
        .AddKeyedSingleton<IDistributedCache>(PersonCache.Name, (provider, _) => provider.GetRequiredService<SharedPeople>())
        .AddSingleton<IFusionCacheSerializer, PersonSerializer>()
        .AddSingleton<INewsChannel, RedisNews>()
        .AddSingleton<ILiveCounters, RedisLiveCounters>()
        .AddSingleton<IPersonalPlace, RedisPeople>()
        .AddSingleton<IHealthProbe, RedisHealth>();
}

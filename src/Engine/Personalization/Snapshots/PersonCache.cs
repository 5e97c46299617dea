using Microsoft.Extensions.Caching.Distributed;
using Microsoft.Extensions.Caching.Memory;
using ZiggyCreatures.Caching.Fusion;
using ZiggyCreatures.Caching.Fusion.Serialization;

namespace PersonalizationEngine.Engine.Personalization.Snapshots;

/// <summary>Makes the cache of people: in memory, and in what all processes share, where there is such a thing.</summary>
public static class PersonCache
{
    public const string Name = "people";

    /// <param name="shared">Must never fail and soon answer; null without one.</param>
    /// <param name="serializer">Needed with <paramref name="shared"/>.</param>
    public static FusionCache Create(PersonCacheOptions options, IDistributedCache? shared, IFusionCacheSerializer? serializer)
    {
        var cache = new FusionCache(
            new FusionCacheOptions
            {
                CacheName = Name,
                // The shared cache names its keys itself, by the version of the shape.
                DistributedCacheKeyModifierMode = CacheKeyModifierMode.None,
                DisableTagging = true,
                EnableAutoRecovery = false,
            },
            new MemoryCache(new MemoryCacheOptions { SizeLimit = options.Capacity }));
        if (shared is not null) cache.SetupDistributedCache(shared, serializer ?? throw new ArgumentNullException(nameof(serializer)));
        return cache;
    }
}

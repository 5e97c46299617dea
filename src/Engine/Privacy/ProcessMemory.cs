using System.Text.Json;
using PersonalizationEngine.Core.Profiles;
using PersonalizationEngine.Engine.Personalization.Outbox;
using PersonalizationEngine.Engine.Personalization.Snapshots;
using PersonalizationEngine.Engine.Ports;
using ZiggyCreatures.Caching.Fusion;

namespace PersonalizationEngine.Engine.Privacy;

/// <summary>What this process has in memory about people: cached decisions' state, histories of the recommender, what was served last.</summary>
public sealed class ProcessMemory(IFusionCache cache, PersonGenerations generations, IRecommenderFeed recommender, DecisionOutbox outbox) : IPersonalPlace
{
    /// <summary>The shared cache is another place, and no thread waits for it here.</summary>
    private static readonly FusionCacheEntryOptions HereAlone = new()
    {
        SkipDistributedCacheRead = true,
        SkipDistributedCacheWrite = true,
        AllowStaleOnReadOnly = true,
        IsFailSafeEnabled = true,
    };

    public string Name => "memory";

    public async Task<IReadOnlyList<HeldElsewhere>?> FindAsync(IReadOnlyCollection<string> ids, CancellationToken cancellationToken)
    {
        var held = new List<HeldElsewhere>();
        foreach (var id in ids)
        {
            if (await cache.TryGetAsync<PersonSnapshot>(id, HereAlone, cancellationToken) is { HasValue: true } cached)
                held.Add(new HeldElsewhere("cached attributes", id, AttributeJson.ToJson(cached.Value.State.Attributes)));
            if (recommender.ItemsMetBy(id) is { Count: > 0 } items)
                held.Add(new HeldElsewhere("items met, as the recommender knows them", id, JsonSerializer.Serialize(items, PrivacyJson.Default.IReadOnlyListString)));
        }

        return held;
    }

    public async Task<bool> ForgetAsync(IReadOnlyCollection<string> ids, CancellationToken cancellationToken)
    {
        foreach (var id in ids)
        {
            generations.Advance(id);
            recommender.Forget(id);
            await cache.RemoveAsync(id, HereAlone, cancellationToken);
        }

        outbox.Forget(ids);
        return true;
    }
}

using System.Globalization;
using PersonalizationEngine.Adapters.Redis.Live;
using PersonalizationEngine.Adapters.Redis.People;
using PersonalizationEngine.Engine.Ports;
using PersonalizationEngine.Engine.Privacy;
using StackExchange.Redis;

namespace PersonalizationEngine.Adapters.Redis.Privacy;

/// <summary>All keys of people: what processes share of them, and what they did within the hour.</summary>
internal sealed class RedisPeople(RedisCalls calls, TimeProvider time) : IPersonalPlace
{
    /// <summary>Nobody's answer waits for it but that to an erasure.</summary>
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(2);

    public string Name => RedisCalls.SystemName;

    public Task<IReadOnlyList<HeldElsewhere>?> FindAsync(IReadOnlyCollection<string> ids, CancellationToken cancellationToken) =>
        calls.TryAsync<IReadOnlyList<HeldElsewhere>?>(
            async database =>
            {
                var held = new List<HeldElsewhere>();
                foreach (var id in ids)
                {
                    if (await database.HashGetAsync(PersonKeyOf(id), "data") is { HasValue: true } person)
                        held.Add(new HeldElsewhere("shared attributes", id, person.ToString()));
                    foreach (var key in LiveKeysOf(id))
                    {
                        if (await database.HashGetAllAsync(key) is { Length: > 0 } counts)
                            held.Add(new HeldElsewhere("acts within the hour", id, Json(counts)));
                    }
                }

                return held;
            },
            null,
            cancellationToken,
            Patience);

    public Task<bool> ForgetAsync(IReadOnlyCollection<string> ids, CancellationToken cancellationToken) => calls.TryAsync(
        async database =>
        {
            // One by one: a cluster refuses keys of several nodes.
            await Task.WhenAll(ids.SelectMany(id => LiveKeysOf(id).Append(PersonKeyOf(id))).Select(key => (Task)database.KeyDeleteAsync(key)));
            return true;
        },
        false,
        cancellationToken,
        Patience);

    private RedisKey PersonKeyOf(string id) => PersonKeys.Prefix(calls.Connection.Options) + id;

    private IEnumerable<RedisKey> LiveKeysOf(string id) => RedisLiveCounters.KeysOf(calls.Connection.Options, id, time.GetUtcNow());

    private static string Json(HashEntry[] counts) => string.Create(
        CultureInfo.InvariantCulture, $"{{{string.Join(',', counts.Select(count => $"\"{count.Name}\":{(long)count.Value}"))}}}");
}

using System.Text.Json;
using PersonalizationEngine.Engine.Personalization.Snapshots;
using ZiggyCreatures.Caching.Fusion.Internals.Distributed;
using ZiggyCreatures.Caching.Fusion.Serialization;

namespace PersonalizationEngine.Adapters.Redis.People;

/// <summary>Writes entries of the cache of people as JSON. What cannot be read is no entry.</summary>
public sealed class PersonSerializer : IFusionCacheSerializer
{
    /// <exception cref="NotSupportedException">It is no entry of the cache of people.</exception>
    public byte[] Serialize<T>(T? obj) => obj is FusionCacheDistributedEntry<PersonSnapshot> entry
        ? JsonSerializer.SerializeToUtf8Bytes(StoredPerson.Of(entry), PersonJson.Default.StoredPerson)
        : throw new NotSupportedException($"Only people are shared, not {typeof(T)}.");

    public T? Deserialize<T>(byte[] data)
    {
        try
        {
            return JsonSerializer.Deserialize(data, PersonJson.Default.StoredPerson)?.ToEntry() is T entry ? entry : default;
        }
        catch (Exception exception) when (exception is JsonException or NotSupportedException or InvalidOperationException or ArgumentException or FormatException)
        {
            return default;
        }
    }

    public ValueTask<byte[]> SerializeAsync<T>(T? obj, CancellationToken token = default) => new(Serialize(obj));

    public ValueTask<T?> DeserializeAsync<T>(byte[] data, CancellationToken token = default) => new(Deserialize<T>(data));
}

using Microsoft.Extensions.Caching.Distributed;
using Microsoft.Extensions.Caching.StackExchangeRedis;
using PersonalizationEngine.Engine.Telemetry;

namespace PersonalizationEngine.Adapters.Redis.People;

/// <summary>The cache of people that all processes share. Without a server, or in too little time, it is empty and forgets.</summary>
public sealed class SharedPeople : IDistributedCache, IDisposable
{
    /// <summary>As metrics name it.</summary>
    private const string FigureName = "people_shared";

    private readonly RedisCalls _calls;
    private readonly RedisCache _cache;

    public SharedPeople(RedisCalls calls)
    {
        _calls = calls;
        _cache = new RedisCache(new RedisCacheOptions
        {
            InstanceName = PersonKeys.Prefix(calls.Connection.Options),
            ConnectionMultiplexerFactory = async () => await calls.Connection.GetAsync(),
        });
    }

    public async Task<byte[]?> GetAsync(string key, CancellationToken token = default)
    {
        var found = await _calls.TryAsync(_ => _cache.GetAsync(key, CancellationToken.None), null, token);
        if (found is null) CacheFigures.Miss(FigureName);
        else CacheFigures.Hit(FigureName);
        return found;
    }

    public Task SetAsync(string key, byte[] value, DistributedCacheEntryOptions options, CancellationToken token = default) =>
        TryAsync(() => _cache.SetAsync(key, value, options, CancellationToken.None), token);

    public Task RefreshAsync(string key, CancellationToken token = default) => TryAsync(() => _cache.RefreshAsync(key, CancellationToken.None), token);

    public Task RemoveAsync(string key, CancellationToken token = default) => TryAsync(() => _cache.RemoveAsync(key, CancellationToken.None), token);

    /// <inheritdoc cref="GetAsync"/>
    /// <exception cref="NotSupportedException">Always: no thread waits for Redis.</exception>
    public byte[]? Get(string key) => throw NoThreadWaits();

    /// <exception cref="NotSupportedException">Always: no thread waits for Redis.</exception>
    public void Set(string key, byte[] value, DistributedCacheEntryOptions options) => throw NoThreadWaits();

    /// <exception cref="NotSupportedException">Always: no thread waits for Redis.</exception>
    public void Refresh(string key) => throw NoThreadWaits();

    /// <exception cref="NotSupportedException">Always: no thread waits for Redis.</exception>
    public void Remove(string key) => throw NoThreadWaits();

    public void Dispose() => _cache.Dispose();

    private Task<bool> TryAsync(Func<Task> call, CancellationToken cancellationToken) => _calls.TryAsync(
        async _ =>
        {
            await call();
            return true;
        },
        false,
        cancellationToken);

    private static NotSupportedException NoThreadWaits() => new("Use the asynchronous methods: no thread waits for Redis.");
}

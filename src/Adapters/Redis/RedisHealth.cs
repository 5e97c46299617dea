using PersonalizationEngine.Engine.Ports;

namespace PersonalizationEngine.Adapters.Redis;

internal sealed class RedisHealth(RedisConnection connection) : IHealthProbe
{
    public string Name => RedisCalls.SystemName;

    /// <summary>Everything goes on without it, each process by itself.</summary>
    public bool IsVital => false;

    public async Task<string?> CheckAsync(CancellationToken cancellationToken)
    {
        var multiplexer = await connection.GetAsync();
        await multiplexer.GetDatabase().PingAsync();
        return "shared cache";
    }
}

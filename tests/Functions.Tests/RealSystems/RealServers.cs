using PersonalizationEngine.Functions.Tests.RealSystems;
using PersonalizationEngine.Servers;

[assembly: AssemblyFixture(typeof(RealServers))]

namespace PersonalizationEngine.Functions.Tests.RealSystems;

/// <summary>The servers that engines of several test classes share; each starts with the first test that asks for it.</summary>
public sealed class RealServers : IAsyncDisposable
{
    private readonly Lazy<Task<MariaDbServer>> _mariaDb = new(MariaDbServer.StartAsync);
    private readonly Lazy<Task<RedisServer>> _redis = new(RedisServer.StartAsync);
    private readonly Lazy<Task<ClickHouseServer>> _clickHouse = new(() => ClickHouseServer.StartAsync());

    /// <exception cref="Exception">The test is skipped when it is not installed.</exception>
    public Task<MariaDbServer> MariaDbAsync()
    {
        Assert.SkipUnless(MariaDbServer.IsInstalled, MariaDbServer.Missing);
        return _mariaDb.Value;
    }

    /// <inheritdoc cref="MariaDbAsync"/>
    public Task<RedisServer> RedisAsync()
    {
        Assert.SkipUnless(RedisServer.IsInstalled, RedisServer.Missing);
        return _redis.Value;
    }

    /// <inheritdoc cref="MariaDbAsync"/>
    public Task<ClickHouseServer> ClickHouseAsync()
    {
        Assert.SkipUnless(ClickHouseServer.IsInstalled, ClickHouseServer.Missing);
        return _clickHouse.Value;
    }

    public async ValueTask DisposeAsync()
    {
        if (_mariaDb.IsValueCreated) await (await _mariaDb.Value).DisposeAsync();
        if (_redis.IsValueCreated) await (await _redis.Value).DisposeAsync();
        if (_clickHouse.IsValueCreated) await (await _clickHouse.Value).DisposeAsync();
    }
}

using Microsoft.Extensions.Logging.Abstractions;
using PersonalizationEngine.Adapters.Redis;
using PersonalizationEngine.Adapters.Redis.Live;
using PersonalizationEngine.Core.Profiles.Live;
using PersonalizationEngine.Engine.Ports;
using PersonalizationEngine.Engine.Resilience;
using PersonalizationEngine.Servers;

namespace PersonalizationEngine.Adapters.Tests.Redis.Live;

public sealed class RedisLiveCountersTests(RedisFixture redis) : LiveCountersContract, IClassFixture<RedisFixture>, IAsyncLifetime
{
    private RedisConnection _connection = null!;
    private ILiveCounters _counters = null!;

    protected override ILiveCounters Counters => _counters;

    public async ValueTask InitializeAsync() => (_connection, _counters) = await ConnectAsync(redis.NewOptions());

    public async ValueTask DisposeAsync()
    {
        if (_connection is not null) await _connection.DisposeAsync();
    }

    [Fact]
    public async Task Add_Keys_GoByThemselves()
    {
        var bucket = LiveWindow.BucketOf(DateTimeOffset.UtcNow);
        Counters.Add([new LiveAct("ada", LiveFactor.PageViews, bucket)]);
        var database = (await _connection.GetAsync()).GetDatabase();
        var lifetime = await database.KeyTimeToLiveAsync($"{_connection.Options.Prefix}live:v1:{bucket / 12}:ada");

        Assert.InRange(lifetime!.Value, TimeSpan.FromHours(2), TimeSpan.FromHours(3));
    }

    [Fact]
    public async Task Read_ServerGone_CannotTell()
    {
        var (connection, counters) = await ConnectAsync(RedisFixture.OptionsOf(FreePort.Find()));
        await using var _ = connection;
        counters.Add([new LiveAct("ada", LiveFactor.PageViews, 1)]);
        counters.Merge("phone", "ada", DateTimeOffset.UtcNow);

        Assert.Null(await counters.ReadAsync("ada", DateTimeOffset.UtcNow, TestContext.Current.CancellationToken));
    }

    private static async Task<(RedisConnection Connection, ILiveCounters Counters)> ConnectAsync(RedisOptions options)
    {
        var connection = new RedisConnection(options);
        await connection.GetAsync();
        return (connection, new RedisLiveCounters(new RedisCalls(connection, new OutsideSystems(TimeProvider.System, NullLogger<OutsideSystem>.Instance))));
    }
}

using System.Globalization;
using PersonalizationEngine.Adapters.Redis;
using PersonalizationEngine.Servers;

namespace PersonalizationEngine.Adapters.Tests.Redis;

/// <summary>A Redis that the tests of a class share, each under a prefix of its own.</summary>
public sealed class RedisFixture : IAsyncLifetime
{
    private static int _prefixes;
    private RedisServer? _server;

    public RedisServer Server
    {
        get
        {
            Assert.SkipUnless(RedisServer.IsInstalled, RedisServer.Missing);
            return _server!;
        }
    }

    public async ValueTask InitializeAsync()
    {
        if (RedisServer.IsInstalled) _server = await RedisServer.StartAsync();
    }

    public async ValueTask DisposeAsync()
    {
        if (_server is not null) await _server.DisposeAsync();
    }

    public RedisOptions NewOptions() => OptionsOf(Server.Process.Port);

    public static RedisOptions OptionsOf(int port) =>
        new("127.0.0.1", port, Prefix: $"test{Interlocked.Increment(ref _prefixes).ToString(CultureInfo.InvariantCulture)}:");
}

using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Time.Testing;
using PersonalizationEngine.Adapters.Entra;
using PersonalizationEngine.Adapters.Redis;
using PersonalizationEngine.Engine.Resilience;
using PersonalizationEngine.Servers;
using StackExchange.Redis;

namespace PersonalizationEngine.Adapters.Tests.Entra;

/// <summary>The token is the password of a user of the server; each has its own server, because users are the whole server's.</summary>
public sealed class RedisSignInTests : IAsyncLifetime
{
    private const string User = "00000000-0000-0000-0000-00000000000a";

    /// <summary>Tokens are renewed after three quarters of it.</summary>
    private static readonly TimeSpan Lifetime = TimeSpan.FromSeconds(100);

    private readonly AnyLog _log = new();
    private RedisServer _server = null!;
    private ConnectionMultiplexer _admin = null!;

    private static CancellationToken Ending => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync()
    {
        Assert.SkipUnless(RedisServer.IsInstalled, RedisServer.Missing);
        _server = await RedisServer.StartAsync();
        _admin = await ConnectionMultiplexer.ConnectAsync($"127.0.0.1:{_server.Process.Port},allowAdmin=true");
    }

    public async ValueTask DisposeAsync()
    {
        if (_admin is not null) await _admin.DisposeAsync();
        if (_server is not null) await _server.DisposeAsync();
    }

    [Fact]
    public async Task Connection_TokenIsRenewed_IsSignedInAgainAndStillListens()
    {
        await AllowAsync("token-one", "token-two");
        var time = new FakeTimeProvider();
        var endpoint = new Tokens("token-one", time, Lifetime);
        await using var connection = Open(endpoint, time);
        var multiplexer = await connection.GetAsync();
        var heard = await multiplexer.GetSubscriber().SubscribeAsync(RedisChannel.Literal("news"));
        var before = await ClientsAsync();

        endpoint.Next = "token-two";
        await UntilLoggedAsync("signed in with a new token", time);
        // As Azure does with what was not renewed in time: the old token ends, and with it whatever still stood on it.
        await AllowAsync("token-two");

        Assert.True(await multiplexer.GetDatabase().StringSetAsync("k", "v"));
        await _admin.GetSubscriber().PublishAsync(RedisChannel.Literal("news"), "hello");
        Assert.Equal("hello", (await heard.ReadAsync(Ending)).Message);
        // Nothing was connected anew: it was the standing connections that were signed in again, all of them.
        Assert.Equal(before, await ClientsAsync());
        Assert.Single(before);
        Assert.DoesNotContain(_log.Lines, line => line.Contains("token-", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Connection_CutAfterTheOldTokenEnded_ComesBackWithTheNewOne()
    {
        await AllowAsync("token-one", "token-two");
        var time = new FakeTimeProvider();
        var endpoint = new Tokens("token-one", time, Lifetime);
        await using var connection = Open(endpoint, time);
        var multiplexer = await connection.GetAsync();
        endpoint.Next = "token-two";
        await UntilLoggedAsync("signed in with a new token", time);
        await AllowAsync("token-two");

        await _admin.GetServers()[0].ExecuteAsync("CLIENT", "KILL", "USER", User);
        await UntilAsync(async () => await multiplexer.GetDatabase().StringSetAsync("k", "v"));
    }

    [Fact]
    public async Task Connection_RenewalIsRefused_IsTriedAgainAndLoggedWithoutTheToken()
    {
        await AllowAsync("token-one");
        var time = new FakeTimeProvider();
        var endpoint = new Tokens("token-one", time, Lifetime);
        await using var connection = Open(endpoint, time);
        var multiplexer = await connection.GetAsync();
        endpoint.Next = "token-two";
        await UntilLoggedAsync("cannot be given", time);

        Assert.True(await multiplexer.GetDatabase().StringSetAsync("k", "v"));
        Assert.DoesNotContain(_log.Lines, line => line.Contains("token-", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Get_EndpointFails_IsAFailureOfADependencyAndTriedAgain()
    {
        await AllowAsync("token-one");
        var time = new FakeTimeProvider();
        var endpoint = new Tokens("token-one", time, Lifetime) { Fault = new InvalidOperationException() };
        await using var connection = Open(endpoint, time);
        await Assert.ThrowsAsync<OutsideSystemException>(connection.GetAsync);

        endpoint.Fault = null;
        time.Advance(TimeSpan.FromSeconds(3));
        await UntilAsync(async () => await (await connection.GetAsync()).GetDatabase().StringSetAsync("k", "v"));
    }

    private RedisConnection Open(Tokens endpoint, TimeProvider time) => new(
        new RedisOptions("127.0.0.1", _server.Process.Port, User) { Tokens = new EntraTokens(endpoint, EntraScopes.Redis, time) }, time, _log);

    private async Task AllowAsync(params string[] tokens) => await _admin.GetServers()[0].ExecuteAsync(
        "ACL", ["SETUSER", User, "reset", "on", "~*", "&*", "+@all", .. tokens.Select(token => $">{token}")]);

    private async Task UntilLoggedAsync(string words, FakeTimeProvider time)
    {
        time.Advance(Lifetime * 0.8);
        await UntilAsync(() =>
        {
            // Whoever finds the old token still in force looks again later.
            time.Advance(TimeSpan.FromSeconds(1));
            return Task.FromResult(_log.Lines.Any(line => line.Contains(words, StringComparison.Ordinal)));
        });
    }

    private async Task<IReadOnlyList<string>> ClientsAsync() =>
    [
        .. ((string)(await _admin.GetServers()[0].ExecuteAsync("CLIENT", "LIST"))!).Split('\n')
            .Where(line => line.Contains($"user={User}", StringComparison.Ordinal)).Select(line => line.Split(' ')[0]).Order(StringComparer.Ordinal),
    ];

    private static async Task UntilAsync(Func<Task<bool>> condition)
    {
        for (var i = 0; i < 500; i++)
        {
            try
            {
                if (await condition()) return;
            }
            catch (Exception fault) when (fault is RedisException or OutsideSystemException)
            {
                // Not yet.
            }

            await Task.Delay(20, Ending);
        }

        Assert.Fail("It did not come to pass within ten seconds.");
    }

    private sealed class AnyLog : ILogger<RedisConnection>
    {
        private readonly System.Collections.Concurrent.ConcurrentQueue<string> _lines = new();

        public IReadOnlyCollection<string> Lines => _lines;

        public IDisposable? BeginScope<TState>(TState state)
            where TState : notnull => null;

        public bool IsEnabled(LogLevel logLevel) => true;

        public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter) =>
            _lines.Enqueue($"{formatter(state, exception)} {exception}");
    }
}

using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;
using PersonalizationEngine.Engine.Resilience;
using StackExchange.Redis;

namespace PersonalizationEngine.Adapters.Redis;

/// <summary>
/// The one connection of this process, made when it is first asked for. It comes back by itself after the server was away;
/// until then every command fails at once, for there is nothing here worth waiting for.
/// </summary>
/// <param name="time">Of the renewal of tokens; the system's by default.</param>
public sealed class RedisConnection(RedisOptions options, TimeProvider? time = null, ILogger<RedisConnection>? logger = null) : IAsyncDisposable
{
    private const int ConnectBudget = 1000, AnswerBudget = 1000, RetryAfter = 500, AskAliveSeconds = 5;

    private readonly Lock _gate = new();
    private readonly RedisSignIn? _signIn = options.Tokens is { } tokens
        ? new RedisSignIn(tokens, time ?? TimeProvider.System, logger ?? NullLogger<RedisConnection>.Instance)
        : null;

    private Task<ConnectionMultiplexer>? _connecting;

    public RedisOptions Options => options;

    /// <summary>Soon completes, whether or not the server is there.</summary>
    public Task<ConnectionMultiplexer> GetAsync()
    {
        lock (_gate)
        {
            // It fails only for a name that nobody knows, or the like: that may be different next time.
            if (_connecting is null || _connecting.IsFaulted) _connecting = Task.Run(ConnectAsync);
            return _connecting;
        }
    }

    public async ValueTask DisposeAsync()
    {
        if (_signIn is not null) await _signIn.DisposeAsync();
        Task<ConnectionMultiplexer>? connecting;
        lock (_gate) connecting = _connecting;
        if (connecting is null) return;
        try
        {
            await (await connecting).DisposeAsync();
        }
        catch (Exception exception) when (exception is RedisException or OutsideSystemException or OperationCanceledException)
        {
            // It was never made.
        }
    }

    private async Task<ConnectionMultiplexer> ConnectAsync()
    {
        if (_signIn is null) return await ConnectionMultiplexer.ConnectAsync(Configuration());
        await _signIn.BeginAsync();
        var configuration = Configuration();
        configuration.Defaults = _signIn;
        // Then what is heard comes over the one connection that is signed in again: a second one, that only listens, would end
        // with its token. Answers are small, so that the server's limit for listeners is far away.
        configuration.Protocol = RedisProtocol.Resp3;
        configuration.SharedSubscriptionConnection = true;
        var multiplexer = await ConnectionMultiplexer.ConnectAsync(configuration);
        _signIn.Keep(multiplexer, options.User ?? "default");
        return multiplexer;
    }

    private ConfigurationOptions Configuration() => new()
    {
        EndPoints = { { options.Host, options.Port } },
        User = options.User,
        Password = options.Password,
        DefaultDatabase = options.Database,
        Ssl = options.Tls,
        ClientName = "personalization-engine",
        AbortOnConnectFail = false,
        ConnectTimeout = ConnectBudget,
        ConnectRetry = 1,
        AsyncTimeout = AnswerBudget,
        SyncTimeout = AnswerBudget,
        ReconnectRetryPolicy = new LinearRetry(RetryAfter),
        BacklogPolicy = BacklogPolicy.FailFast,
        KeepAlive = AskAliveSeconds,
        // Keys hold ids of people, and exceptions are logged.
        IncludeDetailInExceptions = false,
    };
}

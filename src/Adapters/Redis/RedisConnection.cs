using StackExchange.Redis;

namespace PersonalizationEngine.Adapters.Redis;

/// <summary>
/// The one connection of this process, made when it is first asked for. It comes back by itself after the server was away;
/// until then every command fails at once, for there is nothing here worth waiting for.
/// </summary>
public sealed class RedisConnection(RedisOptions options) : IAsyncDisposable
{
    private const int ConnectBudget = 1000, AnswerBudget = 1000, RetryAfter = 500, AskAliveSeconds = 5;

    private readonly Lock _gate = new();
    private Task<ConnectionMultiplexer>? _connecting;

    public RedisOptions Options => options;

    /// <summary>Soon completes, whether or not the server is there.</summary>
    public Task<ConnectionMultiplexer> GetAsync()
    {
        lock (_gate)
        {
            // It fails only for a name that nobody knows, or the like: that may be different next time.
            if (_connecting is null || _connecting.IsFaulted) _connecting = Task.Run(() => ConnectionMultiplexer.ConnectAsync(Configuration()));
            return _connecting;
        }
    }

    public async ValueTask DisposeAsync()
    {
        Task<ConnectionMultiplexer>? connecting;
        lock (_gate) connecting = _connecting;
        if (connecting is null) return;
        try
        {
            await (await connecting).DisposeAsync();
        }
        catch (RedisException)
        {
            // It was never made.
        }
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

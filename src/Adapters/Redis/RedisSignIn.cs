using Microsoft.Extensions.Logging;
using PersonalizationEngine.Engine.Ports;
using StackExchange.Redis;
using StackExchange.Redis.Configuration;

namespace PersonalizationEngine.Adapters.Redis;

/// <summary>
/// Signs in with tokens instead of a password. The server ends a connection whose token has run out: before that, every
/// connection that stands is given the next one, and new connections always begin with the newest.
/// </summary>
internal sealed partial class RedisSignIn(ISignInTokens tokens, TimeProvider time, ILogger logger) : DefaultOptionsProvider, IAsyncDisposable
{
    private static readonly TimeSpan RetryAfter = TimeSpan.FromSeconds(5), Shortest = TimeSpan.FromSeconds(1);

    private readonly CancellationTokenSource _stop = new();
    private volatile SignInToken? _token;
    private Task _renewing = Task.CompletedTask;

    /// <summary>Asked at each handshake.</summary>
    public override string? Password => _token?.Text;

    /// <exception cref="Engine.Resilience.OutsideSystemException">There is no token to be had.</exception>
    public async Task BeginAsync() => _token = await tokens.GetAsync(_stop.Token);

    /// <summary>From now on the connections are kept signed in, until this is disposed of.</summary>
    public void Keep(ConnectionMultiplexer multiplexer, string user) => _renewing = Task.Run(() => RenewAsync(multiplexer, user));

    public async ValueTask DisposeAsync()
    {
        await _stop.CancelAsync();
        await _renewing;
        _stop.Dispose();
    }

    private async Task RenewAsync(ConnectionMultiplexer multiplexer, string user)
    {
        var wait = UntilDue();
        try
        {
            while (true)
            {
                await Task.Delay(wait, time, _stop.Token);
                wait = await TryRenewAsync(multiplexer, user) ? UntilDue() : RetryAfter;
            }
        }
        catch (OperationCanceledException)
        {
            // The process ends.
        }
    }

    private async Task<bool> TryRenewAsync(ConnectionMultiplexer multiplexer, string user)
    {
        try
        {
            var token = await tokens.GetAsync(_stop.Token);
            // While the next one is being fetched, the old one comes back.
            if (token == _token) return false;
            _token = token;
            foreach (var server in multiplexer.GetServers().Where(server => server.IsConnected))
                await server.ExecuteAsync("AUTH", user, token.Text).WaitAsync(_stop.Token);
            Log.Renewed(logger);
            return true;
        }
        catch (Exception fault) when (!_stop.IsCancellationRequested)
        {
            // The kind of it alone: what servers say to a sign-in may repeat it.
            Log.NotRenewed(logger, fault.GetType().Name);
            return false;
        }
    }

    private TimeSpan UntilDue()
    {
        var due = _token!.RefreshAt - time.GetUtcNow();
        return due > Shortest ? due : Shortest;
    }

    private static partial class Log
    {
        [LoggerMessage(730, LogLevel.Debug, "The connections to Redis are signed in with a new token.")]
        public static partial void Renewed(ILogger logger);

        [LoggerMessage(731, LogLevel.Warning, "The connections to Redis cannot be given a new token ({Reason}); it is tried again in 5 s.")]
        public static partial void NotRenewed(ILogger logger, string reason);
    }
}

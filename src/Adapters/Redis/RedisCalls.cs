using PersonalizationEngine.Engine.Resilience;
using StackExchange.Redis;

namespace PersonalizationEngine.Adapters.Redis;

/// <summary>
/// Commands that answers wait for, or that go with them. They have little time and a breaker: a server that is gone or slow
/// soon costs nothing. None fails its caller.
/// </summary>
public sealed class RedisCalls(RedisConnection connection, OutsideSystems systems)
{
    /// <summary>As health, metrics and logs name it.</summary>
    public const string SystemName = "redis";

    /// <summary>The longest an answer waits for a command; one that reads a person anew waits for two.</summary>
    public static readonly TimeSpan Budget = TimeSpan.FromMilliseconds(25);

    private readonly OutsideSystem _system = systems.Get(SystemName, OutsideSystemOptions.Default with { Budget = Budget });

    public RedisConnection Connection => connection;

    /// <summary>Commands are sent in the order of the calls once the connection is made.</summary>
    /// <param name="budget">Default <see cref="Budget"/>.</param>
    /// <returns>What the call gives, or <paramref name="otherwise"/> when there was no answer in time.</returns>
    /// <exception cref="OperationCanceledException">The caller has gone.</exception>
    public async Task<T> TryAsync<T>(
        Func<IDatabase, Task<T>> call, T otherwise, CancellationToken cancellationToken, TimeSpan? budget = null)
    {
        if (_system.IsResting) return otherwise;
        try
        {
            return await _system.CallAsync(_ => RunAsync(call, otherwise), budget ?? Budget, cancellationToken);
        }
        catch (OutsideSystemException)
        {
            return otherwise;
        }
    }

    private async Task<T> RunAsync<T>(Func<IDatabase, Task<T>> call, T otherwise)
    {
        var multiplexer = await connection.GetAsync();
        try
        {
            return await call(multiplexer.GetDatabase());
        }
        catch (RedisServerException)
        {
            // It has answered: the system works, and only this command does not, as with a key that somebody else has written.
            return otherwise;
        }
    }
}

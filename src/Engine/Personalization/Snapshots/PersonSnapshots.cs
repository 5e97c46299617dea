using Microsoft.Extensions.Logging;
using PersonalizationEngine.Core.Hashing;
using ZiggyCreatures.Caching.Fusion;

namespace PersonalizationEngine.Engine.Personalization.Snapshots;

/// <summary>
/// People as decisions see them, cached. A snapshot serves until it expires or the person changes; when the stores fail, an
/// expired one serves on, and without one a blank.
/// </summary>
public sealed partial class PersonSnapshots(
    IFusionCache cache, PersonLoader loader, LoadingThreads threads, PersonGenerations generations, PersonCacheOptions options,
    TimeProvider time, ILogger<PersonSnapshots> logger)
{
    /// <summary>What failed to be complete is asked for again soon.</summary>
    private static readonly TimeSpan IncompleteDuration = TimeSpan.FromSeconds(1);

    /// <summary>Who comes back is asked again soon, but what stands in for it is good enough for a while.</summary>
    private static readonly TimeSpan StandInDuration = TimeSpan.FromSeconds(5);

    /// <summary>A timer may go off so much too early.</summary>
    private static readonly TimeSpan TimerGrain = TimeSpan.FromMilliseconds(5);

    private readonly FusionCacheEntryOptions _entry = new()
    {
        Duration = options.Duration,
        Size = 1,
        IsFailSafeEnabled = true,
        FailSafeMaxDuration = options.StaleFor,
        FailSafeThrottleDuration = IncompleteDuration,
        FactoryHardTimeout = options.Budget,
        // Who reads a person keeps others from reading the same, and goes on for as long as the store hangs.
        LockTimeout = options.Budget,
        AllowTimedOutFactoryBackgroundCompletion = true,
    };

    public async ValueTask<ServedSnapshot> GetAsync(string userId, CancellationToken cancellationToken)
    {
        var asked = time.GetTimestamp();
        try
        {
            var snapshot = await ReadAsync(userId, asked, cancellationToken);
            if (IsOutdated(userId, snapshot))
            {
                await cache.ExpireAsync(userId, token: cancellationToken);
                snapshot = await ReadAsync(userId, asked, cancellationToken);
            }

            var isStale = IsOutdated(userId, snapshot) || time.GetUtcNow() - snapshot.ReadAt > options.Duration + IncompleteDuration;
            return new ServedSnapshot(snapshot, isStale ? SnapshotSource.Stale : SnapshotSource.Live);
        }
        catch (Exception exception) when (exception is not OperationCanceledException || !cancellationToken.IsCancellationRequested)
        {
            Log.NothingRead(logger, exception);
            return new ServedSnapshot(loader.Blank(userId), SnapshotSource.None);
        }
    }

    private ValueTask<PersonSnapshot> ReadAsync(string userId, long asked, CancellationToken cancellationToken) =>
        cache.GetOrSetAsync<PersonSnapshot>(userId, (context, token) => LoadAsync(context, asked, token), _entry, token: cancellationToken);

    private async Task<PersonSnapshot> LoadAsync(
        FusionCacheFactoryExecutionContext<PersonSnapshot> context, long asked, CancellationToken cancellationToken)
    {
        var snapshot = await threads.RunAsync(() => LoadInTimeAsync(context.Key, asked, cancellationToken), cancellationToken);
        context.Options.Duration = !snapshot.IsComplete ? IncompleteDuration
            : snapshot.HasStandIn ? Shorter(StandInDuration, LifetimeOf(context.Key)) : LifetimeOf(context.Key);
        return snapshot;
    }

    /// <summary>From half of the duration to all of it: people read together, as after a start, are not all read again in one moment.</summary>
    private TimeSpan LifetimeOf(string userId) => options.Duration * (0.5 + (Fnv1a.Hash(userId) % 1024 / 2048.0));

    private static TimeSpan Shorter(TimeSpan one, TimeSpan other) => one < other ? one : other;

    /// <exception cref="TimeoutException">It waited so long, for a thread or for somebody who reads the same person, that the budget is spent.</exception>
    private Task<PersonSnapshot> LoadInTimeAsync(string userId, long asked, CancellationToken cancellationToken) =>
        time.GetElapsedTime(asked) + TimerGrain < options.Budget
            ? loader.LoadAsync(userId, cancellationToken)
            : throw new TimeoutException("The store kept everybody who reads people busy.");

    private bool IsOutdated(string userId, PersonSnapshot snapshot) =>
        generations.HasChangedSince(userId, snapshot.Generation)
        || generations.HasChangedSince(snapshot.State.Profile.PersonId, snapshot.Generation);

    private static partial class Log
    {
        [LoggerMessage(111, LogLevel.Error, "Nothing could be read of a person; the answer is that of a stranger.")]
        public static partial void NothingRead(ILogger logger, Exception exception);
    }
}

using Microsoft.Extensions.Logging;
using PersonalizationEngine.Core.Hashing;
using PersonalizationEngine.Core.Profiles.Consent;
using PersonalizationEngine.Engine.Personalization.Playbooks;
using PersonalizationEngine.Engine.Resilience;
using PersonalizationEngine.Engine.Telemetry;
using ZiggyCreatures.Caching.Fusion;

namespace PersonalizationEngine.Engine.Personalization.Snapshots;

/// <summary>
/// People as decisions see them, cached. A snapshot serves until it expires, the person changes or conditions ask what it does not
/// tell; when the stores fail, an
/// expired one serves on, and without one a blank.
/// </summary>
public sealed partial class PersonSnapshots(
    IFusionCache cache, PersonLoader loader, LoadingThreads threads, PersonGenerations generations, IAskedActs conditions,
    OutsideSystems systems, PersonCacheOptions options, TimeProvider time, ILogger<PersonSnapshots> logger)
{
    /// <summary>As health, metrics and logs name what people are read from.</summary>
    public const string StoreName = "store";

    /// <summary>What failed to be complete is asked for again soon.</summary>
    private static readonly TimeSpan IncompleteDuration = TimeSpan.FromSeconds(1);

    /// <summary>Who comes back is asked again soon, but what stands in for it is good enough for a while.</summary>
    private static readonly TimeSpan StandInDuration = TimeSpan.FromSeconds(5);

    /// <summary>A timer may go off so much too early.</summary>
    private static readonly TimeSpan TimerGrain = TimeSpan.FromMilliseconds(5);

    /// <summary>The clocks of two processes may differ by so much.</summary>
    private static readonly TimeSpan ClockSkew = TimeSpan.FromSeconds(1);

    /// <summary>
    /// So many readings at once are a sign that everybody is out of date in one moment, as after an outage: then readings are
    /// kept for those of whom nothing is at hand, and the others are served as they were for a little longer.
    /// </summary>
    private static readonly int MostReadings = Math.Max(32, 8 * Environment.ProcessorCount);

    private readonly OutsideSystem _store = systems.Get(StoreName, OutsideSystemOptions.Default);

    private readonly FusionCacheEntryOptions _entry = EntryOptions(options);

    /// <summary>
    /// Of somebody who has changed: what the processes share is as old as what is at hand, and neither is good enough to be
    /// served while the store only takes its time.
    /// </summary>
    private readonly FusionCacheEntryOptions _anew =
        EntryOptions(options).SetSkipDistributedCacheRead(true).SetFactoryTimeouts(options.Budget, options.Budget);

    private readonly FusionCacheEntryOptions _hereAlone =
        new() { IsFailSafeEnabled = true, SkipDistributedCacheRead = true, SkipDistributedCacheWrite = true };

    private readonly FusionCacheEntryOptions _whatever = EntryOptions(options).SetAllowStaleOnReadOnly(true);

    private int _readings;

    private bool IsBusy => Volatile.Read(ref _readings) >= MostReadings;

    public async ValueTask<ServedSnapshot> GetAsync(string userId, CancellationToken cancellationToken)
    {
        var asked = time.GetUtcNow();
        var served = await FindAsync(userId, cancellationToken);
        // Read since it was asked for: the cache had nothing, or nothing that was good enough.
        if (served.Source == SnapshotSource.Stale) CacheFigures.Stale(PersonCache.Name);
        else if (served.Source == SnapshotSource.None || served.Snapshot.ReadAt >= asked) CacheFigures.Miss(PersonCache.Name);
        else CacheFigures.Hit(PersonCache.Name);
        return served;
    }

    private async ValueTask<ServedSnapshot> FindAsync(string userId, CancellationToken cancellationToken)
    {
        if (_store.IsResting) return await FromMemoryAsync(userId, cancellationToken) ?? Blank(userId);
        if (IsBusy && await FromMemoryAsync(userId, cancellationToken) is { } known) return known;
        var asked = time.GetTimestamp();
        try
        {
            var snapshot = await ReadAsync(userId, asked, _entry, cancellationToken);
            if (IsOutdated(userId, snapshot))
            {
                await cache.ExpireAsync(userId, _hereAlone, cancellationToken);
                snapshot = await ReadAsync(userId, asked, _anew, cancellationToken);
            }

            return Judge(userId, snapshot);
        }
        catch (Exception exception) when (exception is not OperationCanceledException || !cancellationToken.IsCancellationRequested)
        {
            if (exception is not OutsideSystemException { WasTried: false }) Log.NothingRead(logger, exception);
            return Blank(userId);
        }
    }

    /// <summary>The store is not asked for them at present: what is at hand serves, however old, and nobody waits for a lock.</summary>
    private async ValueTask<ServedSnapshot?> FromMemoryAsync(string userId, CancellationToken cancellationToken)
    {
        var known = await cache.TryGetAsync<PersonSnapshot>(userId, _whatever, cancellationToken);
        return known.HasValue ? Judge(userId, known.Value) : null;
    }

    private ServedSnapshot Blank(string userId) => new(loader.Blank(userId), SnapshotSource.None);

    private ServedSnapshot Withheld(string userId)
    {
        var blank = loader.Blank(userId);
        return new ServedSnapshot(blank with { State = blank.State with { Permissions = Permissions.None } }, SnapshotSource.None);
    }

    private ServedSnapshot Judge(string userId, PersonSnapshot snapshot)
    {
        var isOutdated = IsOutdated(userId, snapshot);
        // What they said about consent since must not be passed over because the store fails.
        if (isOutdated && (HasSpoken(userId, snapshot) || HasSpoken(snapshot.State.Profile.PersonId, snapshot))) return Withheld(userId);
        var isStale = isOutdated || time.GetUtcNow() - snapshot.ReadAt > options.Duration + IncompleteDuration;
        return new ServedSnapshot(snapshot, isStale ? SnapshotSource.Stale : SnapshotSource.Live);
    }

    private ValueTask<PersonSnapshot> ReadAsync(string userId, long asked, FusionCacheEntryOptions entry, CancellationToken cancellationToken) =>
        cache.GetOrSetAsync<PersonSnapshot>(userId, (context, token) => LoadAsync(context, asked, token), entry, token: cancellationToken);

    private async Task<PersonSnapshot> LoadAsync(
        FusionCacheFactoryExecutionContext<PersonSnapshot> context, long asked, CancellationToken cancellationToken)
    {
        var snapshot = await threads.RunAsync(() => LoadInTimeAsync(context.Key, asked, cancellationToken), cancellationToken);
        context.Options.Duration = !snapshot.IsComplete ? IncompleteDuration
            : snapshot.HasStandIn ? Shorter(StandInDuration, LifetimeOf(context.Key)) : LifetimeOf(context.Key);
        // A person who changed meanwhile is read again at once; other processes might not know it of what is shared.
        // And an id that leads to nobody may be that of somebody who was erased, whom nothing shall name.
        context.Options.SkipDistributedCacheWrite = !snapshot.State.Known || !snapshot.IsComplete || snapshot.HasStandIn || IsOutdated(context.Key, snapshot);
        return snapshot;
    }

    /// <summary>From half of the duration to all of it: people read together, as after a start, are not all read again in one moment.</summary>
    private TimeSpan LifetimeOf(string userId) => options.Duration * (0.5 + (Fnv1a.Hash(userId) % 1024 / 2048.0));

    private static TimeSpan Shorter(TimeSpan one, TimeSpan other) => one < other ? one : other;

    /// <exception cref="TimeoutException">It waited so long, for a thread or for somebody who reads the same person, that the budget is spent.</exception>
    private async Task<PersonSnapshot> LoadInTimeAsync(string userId, long asked, CancellationToken cancellationToken)
    {
        if (time.GetElapsedTime(asked) + TimerGrain >= options.Budget)
            throw new TimeoutException("The store kept everybody who reads people busy.");

        Task<PersonSnapshot>? loading = null;
        try
        {
            return await InBudgetAsync(() => loading = loader.LoadAsync(userId, cancellationToken), cancellationToken);
        }
        catch (OutsideSystemException) when (loading is { IsCompleted: false })
        {
            // The decision has stopped waiting. The store is not asked for the same person again while it owes this answer.
            return await loading;
        }
    }

    private async Task<PersonSnapshot> InBudgetAsync(Func<Task<PersonSnapshot>> load, CancellationToken cancellationToken)
    {
        Interlocked.Increment(ref _readings);
        try
        {
            return await _store.CallAsync(_ => load(), options.Budget, cancellationToken);
        }
        finally
        {
            Interlocked.Decrement(ref _readings);
        }
    }

    private bool IsOutdated(string userId, PersonSnapshot snapshot) =>
        HasChanged(userId, snapshot) || HasChanged(snapshot.State.Profile.PersonId, snapshot) || !conditions.Acts.AreAnsweredBy(snapshot.State.Attributes);

    private bool HasSpoken(string id, PersonSnapshot snapshot) => generations.HasSpokenSince(id, snapshot.ReadAt - ClockSkew);

    private bool HasChanged(string id, PersonSnapshot snapshot) => snapshot.Generation is { } generation
        ? generations.HasChangedSince(id, generation)
        : generations.HasChangedSince(id, snapshot.ReadAt - ClockSkew);

    private static FusionCacheEntryOptions EntryOptions(PersonCacheOptions options) => new()
    {
        Duration = options.Duration,
        Size = 1,
        IsFailSafeEnabled = true,
        FailSafeMaxDuration = options.StaleFor,
        FailSafeThrottleDuration = IncompleteDuration,
        // Who was read before is served as they were then rather than kept waiting.
        FactorySoftTimeout = options.Patience,
        FactoryHardTimeout = options.Budget,
        // Who reads a person keeps others from reading the same, and goes on for as long as the store hangs.
        LockTimeout = options.Budget,
        AllowTimedOutFactoryBackgroundCompletion = true,
        // What the processes share saves a read; nobody waits long for it, and nobody at all for its being written.
        DistributedCacheSoftTimeout = options.Patience / 2,
        DistributedCacheHardTimeout = options.Patience,
        AllowBackgroundDistributedCacheOperations = true,
        ReThrowSerializationExceptions = false,
    };

    private static partial class Log
    {
        [LoggerMessage(111, LogLevel.Error, "Nothing could be read of a person; the answer is that of a stranger.")]
        public static partial void NothingRead(ILogger logger, Exception exception);
    }
}

using Microsoft.Extensions.Logging;
using PersonalizationEngine.Engine.Ingestion;
using PersonalizationEngine.Engine.Ports;

namespace PersonalizationEngine.Engine.Privacy;

/// <summary>
/// Erases people everywhere. Once begun it is gone on with until every place has forgotten, by whoever is there: to do any step
/// twice is to do it once. Some minutes later all is done once more, for what was under way in other processes.
/// </summary>
public sealed partial class ErasePeople(
    IErasures erasures, IEnumerable<IPersonalPlace> places, ProcessMemory memory, NewsOfPeople news, JustErased justErased, TimeProvider time,
    ILogger<ErasePeople> logger)
{
    private static readonly TimeSpan RetryAfter = TimeSpan.FromMinutes(1), SweepAfter = TimeSpan.FromMinutes(10);

    private const int AtOnce = 20;

    private readonly IPersonalPlace[] _places = [.. places];

    /// <returns>The erasure, of before where the id is erased already; null when nothing is held under the id.</returns>
    public async Task<Erasure?> RunAsync(string id, string by, CancellationToken cancellationToken)
    {
        var begun = await erasures.BeginAsync([id], Erasure.Request, by, time.GetUtcNow(), cancellationToken);
        return begun is { Ids: not null, Erasure.DoneAt: null } ? await GoOnAsync(begun, cancellationToken) : begun?.Erasure;
    }

    /// <summary>People who may come back: nothing keeps them from being stored again.</summary>
    public async Task<Erasure?> RunInactiveAsync(IReadOnlyList<string> ids, CancellationToken cancellationToken) =>
        await erasures.BeginAsync(ids, Erasure.Inactive, "retention", time.GetUtcNow(), cancellationToken) is { } begun ? await GoOnAsync(begun, cancellationToken) : null;

    /// <summary>Goes on with what is due, as after a death or an outage.</summary>
    /// <returns>How many were looked at.</returns>
    public async Task<int> ContinueAsync(CancellationToken cancellationToken)
    {
        var due = await erasures.DueAsync(time.GetUtcNow(), AtOnce, cancellationToken);
        foreach (var open in due) await GoOnAsync(open, cancellationToken);
        return due.Count;
    }

    private async Task<Erasure> GoOnAsync(OpenErasure open, CancellationToken cancellationToken)
    {
        var erasure = open.Erasure;
        if (open.Ids is not { } people)
        {
            Log.Foreign(logger, erasure.ErasureId);
            await erasures.SaveAsync(erasure, time.GetUtcNow() + SweepAfter, cancellationToken);
            return erasure;
        }

        var leavesTombstones = erasure.Because == Erasure.Request;
        if (leavesTombstones) justErased.Add(people.Ids);
        news.Spread(people.Ids);
        await memory.ForgetAsync(people.Ids, cancellationToken);

        // Who may come back may be back: what came since is theirs.
        if (leavesTombstones || erasure.Counts.Any(count => count.After is null))
        {
            var left = await erasures.EraseRowsAsync(people, cancellationToken);
            erasure = erasure with { Counts = [.. erasure.Counts.Select(count => count with { After = left.GetValueOrDefault(count.Section) })] };
        }

        var outcomes = new List<PlaceOutcome>();
        foreach (var place in _places) outcomes.Add(new PlaceOutcome(place.Name, await place.ForgetAsync(people.Ids, cancellationToken)));
        erasure = Judge(erasure with { Places = outcomes }, leavesTombstones, out var due);
        await erasures.SaveAsync(erasure, due, cancellationToken);
        Log.WentOn(logger, erasure.ErasureId, erasure.State);
        return erasure;
    }

    private Erasure Judge(Erasure erasure, bool leavesTombstones, out DateTimeOffset? due)
    {
        var now = time.GetUtcNow();
        due = now + RetryAfter;
        if (erasure.Pending.Any() || erasure.Counts.Any(count => count.After != 0)) return erasure;
        due = null;
        if (erasure.DoneAt is not null) return erasure with { SweptAt = now };
        if (leavesTombstones) due = now + SweepAfter;
        return erasure with { DoneAt = now };
    }

    private static partial class Log
    {
        [LoggerMessage(520, LogLevel.Information, "Erasure {ErasureId} is {State}.")]
        public static partial void WentOn(ILogger logger, string erasureId, ErasureState state);

        [LoggerMessage(521, LogLevel.Error, "Erasure {ErasureId} cannot be gone on with: its ids were sealed with another key. Set PRIVACY_KEY to the one of then.")]
        public static partial void Foreign(ILogger logger, string erasureId);
    }
}

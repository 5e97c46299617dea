using System.Runtime.CompilerServices;
using Microsoft.Extensions.Logging;
using PersonalizationEngine.Core.Profiles;
using PersonalizationEngine.Engine.Ingestion;
using PersonalizationEngine.Engine.Ingestion.Planning;
using PersonalizationEngine.Engine.Ports;
using PersonalizationEngine.Engine.Scoring;

namespace PersonalizationEngine.Engine.Sync.Behaviour;

/// <summary>
/// Takes over what the web analytics system has counted. Most runs count only visitors who were active since the last one; a
/// full run counts everybody, and forgets whom it no longer meets: history may have been rewritten, imported or have left its
/// window. Each batch is stored whole, and the position moves only at the end: a run that is cut off is done again, and storing
/// the same counts twice changes nothing.
/// </summary>
public sealed partial class SyncBehaviour(
    IWebAnalytics analytics,
    IWebBehaviourStore counted,
    IIngestionStore store,
    ISyncPositions positions,
    NewsOfPeople news,
    MeasureLead measure,
    IngestionRules rules,
    BehaviourSyncOptions options,
    TimeProvider time,
    ILogger<SyncBehaviour> logger)
{
    public const string PositionName = "behaviour";

    private const int ForgottenAtOnce = 2000;

    /// <summary>What is younger is left to the next run.</summary>
    public TimeSpan Lag => options.Lag;

    public async Task<BehaviourSyncSummary> RunAsync(CancellationToken cancellationToken)
    {
        var asOf = DateTimeOffset.FromUnixTimeMilliseconds((time.GetUtcNow() - options.Lag).ToUnixTimeMilliseconds());
        var position = BehaviourPosition.Parse(await positions.ReadAsync(PositionName, cancellationToken));
        var isFull = position is null || asOf - position.FullAt >= options.FullEvery || asOf < position.CountedUntil;
        var tally = new Tally();
        var query = new VisitorQuery(asOf, isFull ? null : position!.CountedUntil - options.Overlap);
        await VisitorLanes.RunAsync(
            ReadAsync(query, tally, cancellationToken), (batch, ending) => StoreAsync(batch, asOf, tally, ending), cancellationToken);

        if (isFull) await ForgetUnmetAsync(asOf, tally, cancellationToken);
        await positions.WriteAsync(
            PositionName, new BehaviourPosition(asOf, isFull ? asOf : position!.FullAt).ToString(), cancellationToken);
        if (tally.Refused > 0) Log.Refused(logger, tally.Refused);
        return new BehaviourSyncSummary(isFull, tally.Met, tally.Changed, tally.Scored, tally.Forgotten, tally.Refused);
    }

    private async Task StoreAsync(IReadOnlyList<VisitorBehaviour> batch, DateTimeOffset run, Tally tally, CancellationToken cancellationToken)
    {
        var known = await counted.FingerprintsAsync([.. batch.Select(visitor => visitor.VisitorId)], cancellationToken);
        var changed = new List<VisitorBehaviour>(batch.Count);
        var same = new List<string>();
        foreach (var visitor in batch)
        {
            if (known.TryGetValue(visitor.VisitorId, out var before) && before == BehaviourFingerprint.Of(visitor.Behaviour)) same.Add(visitor.VisitorId);
            else changed.Add(visitor);
        }

        if (same.Count > 0) await counted.KeepAsync(same, run, cancellationToken);
        if (changed.Count > 0)
        {
            var plan = await store.ApplyAsync(
                VisitorPlanner.Ask(changed, run),
                knowledge => VisitorPlanner.Plan(changed, run, knowledge, rules, only => measure.Of(only).Score, time.GetUtcNow()),
                [],
                cancellationToken);
            news.Spread(plan);
            tally.Stored(batch.Count, changed.Count, plan.Scores.Count);
        }
        else
        {
            tally.Stored(batch.Count, 0, 0);
        }
    }

    /// <summary>Whom this run did not meet is not there any more, unless it met nobody at all: then the fault is more likely with the source.</summary>
    private async Task ForgetUnmetAsync(DateTimeOffset run, Tally tally, CancellationToken cancellationToken)
    {
        if (tally.Met == 0)
        {
            Log.NobodyMet(logger);
            return;
        }

        var after = "";
        while (await counted.ForgetAsync(run, after, ForgottenAtOnce, time.GetUtcNow(), cancellationToken) is { Last: { } last } forgotten)
        {
            news.Spread(forgotten.People);
            tally.Forgotten += forgotten.People.Count;
            after = last;
        }
    }

    private async IAsyncEnumerable<VisitorBehaviour> ReadAsync(
        VisitorQuery query, Tally tally, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        await foreach (var visitor in analytics.ReadAsync(query, cancellationToken))
        {
            if (PersonId.IsValid(visitor.VisitorId)) yield return visitor;
            else tally.Refused++;
        }
    }

    /// <summary>Batches are stored side by side.</summary>
    private sealed class Tally
    {
        private long _met, _changed, _scored;

        public long Met => _met;
        public long Changed => _changed;
        public long Scored => _scored;
        public long Forgotten { get; set; }
        public long Refused { get; set; }

        public void Stored(int met, int changed, int scored)
        {
            Interlocked.Add(ref _met, met);
            Interlocked.Add(ref _changed, changed);
            Interlocked.Add(ref _scored, scored);
        }
    }

    private static partial class Log
    {
        [LoggerMessage(173, LogLevel.Warning, "{Count} visitors have ids that no person can have (empty, over 255 characters, control characters); they are left out.")]
        public static partial void Refused(ILogger logger, long count);

        [LoggerMessage(178, LogLevel.Warning, "The web analytics system knows of nobody in the windows; what was counted before stays.")]
        public static partial void NobodyMet(ILogger logger);
    }
}

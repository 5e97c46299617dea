using System.Runtime.CompilerServices;
using System.Threading.Channels;
using Microsoft.Extensions.Logging;
using PersonalizationEngine.Core.Profiles;
using PersonalizationEngine.Core.Profiles.Factors;
using PersonalizationEngine.Engine.Ingestion;
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
    BehaviourSyncOptions options,
    TimeProvider time,
    ILogger<SyncBehaviour> logger)
{
    public const string PositionName = "behaviour";

    private const int BatchSize = 2000, BatchesAhead = 2;

    public async Task<BehaviourSyncSummary> RunAsync(CancellationToken cancellationToken)
    {
        var asOf = DateTimeOffset.FromUnixTimeMilliseconds((time.GetUtcNow() - options.Lag).ToUnixTimeMilliseconds());
        var position = BehaviourPosition.Parse(await positions.ReadAsync(PositionName, cancellationToken));
        var isFull = position is null || asOf - position.FullAt >= options.FullEvery || asOf < position.CountedUntil;
        var tally = new Tally();
        await foreach (var batch in BatchesAsync(new VisitorQuery(asOf, isFull ? null : position!.CountedUntil - options.Overlap), tally, cancellationToken))
            await StoreAsync(batch, asOf, tally, cancellationToken);

        if (isFull) await ForgetUnmetAsync(asOf, tally, cancellationToken);
        await positions.WriteAsync(
            PositionName, new BehaviourPosition(asOf, isFull ? asOf : position!.FullAt).ToString(), cancellationToken);
        if (tally.Refused > 0) Log.Refused(logger, tally.Refused);
        return new BehaviourSyncSummary(isFull, tally.Met, tally.Changed, tally.Scored, tally.Forgotten, tally.Refused);
    }

    private async Task StoreAsync(List<VisitorBehaviour> batch, DateTimeOffset run, Tally tally, CancellationToken cancellationToken)
    {
        var known = await counted.OfVisitorsAsync([.. batch.Select(visitor => visitor.VisitorId)], cancellationToken);
        var changed = new List<VisitorBehaviour>(batch.Count);
        var same = new List<string>();
        foreach (var visitor in batch)
        {
            if (known.TryGetValue(visitor.VisitorId, out var before) && SaysTheSame(before, visitor.Behaviour)) same.Add(visitor.VisitorId);
            else changed.Add(visitor);
        }

        if (same.Count > 0) await counted.KeepAsync(same, run, cancellationToken);
        if (changed.Count > 0)
        {
            var plan = await store.ApplyAsync(
                VisitorPlanner.Ask(changed),
                knowledge => VisitorPlanner.Plan(changed, run, knowledge, only => measure.Of(only).Score, time.GetUtcNow()),
                [],
                cancellationToken);
            news.Spread(plan);
            tally.Scored += plan.Scores.Count;
        }

        (tally.Met, tally.Changed) = (tally.Met + batch.Count, tally.Changed + changed.Count);
    }

    /// <summary>Whom this run did not meet is not there any more, unless it met nobody at all: then the fault is more likely with the source.</summary>
    private async Task ForgetUnmetAsync(DateTimeOffset run, Tally tally, CancellationToken cancellationToken)
    {
        if (tally.Met == 0)
        {
            Log.NobodyMet(logger);
            return;
        }

        IReadOnlyList<string> people;
        do
        {
            people = await counted.ForgetAsync(run, BatchSize, time.GetUtcNow(), cancellationToken);
            news.Spread(people);
            tally.Forgotten += people.Count;
        }
        while (people.Count > 0);
    }

    /// <summary>Counts on while the batch before is being stored.</summary>
    private async IAsyncEnumerable<List<VisitorBehaviour>> BatchesAsync(
        VisitorQuery query, Tally tally, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        using var ending = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        var batches = Channel.CreateBounded<List<VisitorBehaviour>>(BatchesAhead);
        var reading = Task.Run(() => FillAsync(batches.Writer, query, tally, ending.Token), CancellationToken.None);
        try
        {
            await foreach (var batch in batches.Reader.ReadAllAsync(cancellationToken)) yield return batch;
        }
        finally
        {
            await ending.CancelAsync();
            await reading;
        }
    }

    /// <summary>Never throws: what goes wrong reaches whoever reads the channel.</summary>
    private async Task FillAsync(
        ChannelWriter<List<VisitorBehaviour>> batches, VisitorQuery query, Tally tally, CancellationToken cancellationToken)
    {
        try
        {
            var batch = new List<VisitorBehaviour>(BatchSize);
            await foreach (var visitor in analytics.ReadAsync(query, cancellationToken))
            {
                if (!PersonId.IsValid(visitor.VisitorId))
                {
                    tally.Refused++;
                    continue;
                }

                batch.Add(visitor);
                if (batch.Count < BatchSize) continue;
                await batches.WriteAsync(batch, cancellationToken);
                batch = new List<VisitorBehaviour>(BatchSize);
            }

            if (batch.Count > 0) await batches.WriteAsync(batch, cancellationToken);
            batches.Complete();
        }
        catch (Exception exception)
        {
            batches.Complete(exception);
        }
    }

    private static bool SaysTheSame(WebBehaviour before, WebBehaviour now) => before == now with { AsOf = before.AsOf };

    private sealed class Tally
    {
        public long Met { get; set; }
        public long Changed { get; set; }
        public long Forgotten { get; set; }
        public long Scored { get; set; }
        public long Refused { get; set; }
    }

    private static partial class Log
    {
        [LoggerMessage(173, LogLevel.Warning, "{Count} visitors have ids that no person can have (empty, over 255 characters, control characters); they are left out.")]
        public static partial void Refused(ILogger logger, long count);

        [LoggerMessage(178, LogLevel.Warning, "The web analytics system knows of nobody in the windows; what was counted before stays.")]
        public static partial void NobodyMet(ILogger logger);
    }
}

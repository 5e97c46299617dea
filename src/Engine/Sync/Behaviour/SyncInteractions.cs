using System.Globalization;
using PersonalizationEngine.Core.Profiles;
using PersonalizationEngine.Engine.Ingestion;
using PersonalizationEngine.Engine.Ingestion.Planning;
using PersonalizationEngine.Engine.Ingestion.Rybbit;
using PersonalizationEngine.Engine.Ports;
using PersonalizationEngine.Engine.Recommendations;

namespace PersonalizationEngine.Engine.Sync.Behaviour;

/// <summary>
/// Stores what people did with items, as the web analytics system saw it, like events that came by webhook: so recommenders
/// learn from it in every process. An act has the same id whenever it is read, and counts once; the position moves with each
/// stretch that is stored.
/// </summary>
public sealed class SyncInteractions(
    IWebInteractions interactions,
    IIngestionStore store,
    ISyncPositions positions,
    NewsOfPeople news,
    IngestionRules rules,
    BehaviourSyncOptions options,
    TimeProvider time)
{
    public const string PositionName = "interactions";

    private const int BatchSize = 1000;

    private static readonly TimeSpan Stretch = TimeSpan.FromDays(1);

    /// <summary>What is younger is left to the next run.</summary>
    public TimeSpan Lag => options.Lag;

    /// <returns>How many acts were new.</returns>
    public async Task<long> RunAsync(CancellationToken cancellationToken)
    {
        var end = time.GetUtcNow() - options.Lag;
        var from = await ReadPositionAsync(cancellationToken) is { } position ? position - options.Overlap : end - options.History;
        long stored = 0;
        while (from < end)
        {
            var to = from + Stretch < end ? from + Stretch : end;
            stored += await StoreAsync(from, to, cancellationToken);
            await positions.WriteAsync(PositionName, to.ToUnixTimeMilliseconds().ToString(CultureInfo.InvariantCulture), cancellationToken);
            from = to;
        }

        return stored;
    }

    private async Task<long> StoreAsync(DateTimeOffset from, DateTimeOffset to, CancellationToken cancellationToken)
    {
        long stored = 0;
        var batch = new List<IncomingEvent>(BatchSize);
        await foreach (var activity in interactions.ReadAsync(from, to, cancellationToken))
        {
            if (!PersonId.IsValid(activity.PersonId) || !PersonId.IsValid(activity.ItemId)) continue;
            batch.Add(ToEvent(activity));
            if (batch.Count < BatchSize) continue;
            stored += await StoreAsync(batch, cancellationToken);
            batch.Clear();
        }

        return stored + (batch.Count > 0 ? await StoreAsync(batch, cancellationToken) : 0);
    }

    private async Task<long> StoreAsync(List<IncomingEvent> batch, CancellationToken cancellationToken)
    {
        var plan = await store.ApplyAsync(
            IngestionQuestion.Of(EventSource.Rybbit, batch),
            knowledge => IngestionPlanner.Plan(EventSource.Rybbit, batch, knowledge, rules, time.GetUtcNow()),
            [],
            cancellationToken);
        news.Spread(plan);
        return batch.Count - plan.Duplicates.Count - plan.Ignored.Count;
    }

    private async Task<DateTimeOffset?> ReadPositionAsync(CancellationToken cancellationToken) =>
        long.TryParse(await positions.ReadAsync(PositionName, cancellationToken), CultureInfo.InvariantCulture, out var milliseconds)
            ? DateTimeOffset.FromUnixTimeMilliseconds(milliseconds)
            : null;

    private static BehaviourEvent ToEvent(in ItemActivity activity) => new(
        InteractionId.Of(activity), activity.At, null, activity.PersonId,
        new Activity(activity.At, ActivityOrigin.Rybbit, activity.Type, activity.Name, Session: activity.SessionId),
        activity.ItemId, null, null, null, null);
}

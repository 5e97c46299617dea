using System.Globalization;
using PersonalizationEngine.Engine.Ports;

namespace PersonalizationEngine.Engine.Delivery.Endpoints.Changes;

/// <summary>
/// Turns what the engine wrote down into events for customers: crossings, changed segments, decided experiments. It keeps how far it
/// has come, and an event has the id of what it tells of: a run that is cut off is done again, and nothing is lost or told twice.
/// What nobody wants to be told of is passed over.
/// </summary>
public sealed class PublishChanges(IChangeFeed feed, OutboundEvents wanted, IOutboundEvents events, ISyncPositions positions, TimeProvider time)
{
    private const int PageSize = 500;

    /// <summary>A row gets its id before it is committed: one with a lower id may still appear beside those that are so young.</summary>
    private static readonly TimeSpan Settling = TimeSpan.FromSeconds(5);

    /// <returns>Events raised.</returns>
    public async Task<int> RunAsync(CancellationToken cancellationToken)
    {
        var newest = await feed.NewestAsync(cancellationToken);
        return await FollowAsync(OutboundEventTypes.ScoreCrossed, newest.Crossings, feed.CrossingsAsync, one => (one.Id, one.NotedAt), ChangeEvents.Of, cancellationToken)
            + await FollowAsync(OutboundEventTypes.SegmentChanged, newest.Scores, feed.ScoresAsync, one => (one.Id, one.At), ChangeEvents.Of, cancellationToken)
            + await FollowAsync(OutboundEventTypes.ExperimentDecided, newest.Versions, feed.ExperimentsAsync, one => (one.Id, one.At), ChangeEvents.Of, cancellationToken);
    }

    private async Task<int> FollowAsync<T>(
        string type, long newest, Func<long, int, CancellationToken, Task<IReadOnlyList<T>>> read, Func<T, (long Id, DateTimeOffset At)> place,
        Func<T, OutboundEvent?> tell, CancellationToken cancellationToken)
    {
        var name = $"told:{type}";
        var kept = await positions.ReadAsync(name, cancellationToken);
        // What happened before anybody could ask for it is not told.
        if (kept is null || !await wanted.IsWantedAsync(type, cancellationToken))
        {
            if (kept is null || long.Parse(kept, CultureInfo.InvariantCulture) < newest) await WriteAsync(name, newest, cancellationToken);
            return 0;
        }

        var (position, raised) = (long.Parse(kept, CultureInfo.InvariantCulture), 0);
        IReadOnlyList<T> page;
        List<T> settled;
        do
        {
            page = await read(position, PageSize, cancellationToken);
            var until = time.GetUtcNow() - Settling;
            settled = [.. page.TakeWhile(one => place(one).At <= until)];
            OutboundEvent[] told = [.. settled.Select(tell).OfType<OutboundEvent>()];
            await events.RaiseAsync(told, cancellationToken);
            raised += told.Length;
            if (settled.Count == 0) break;
            position = place(settled[^1]).Id;
            await WriteAsync(name, position, cancellationToken);
        }
        while (settled.Count == PageSize);
        return raised;
    }

    private Task WriteAsync(string name, long position, CancellationToken cancellationToken) =>
        positions.WriteAsync(name, position.ToString(CultureInfo.InvariantCulture), cancellationToken);
}

using PersonalizationEngine.Engine.Ports;

namespace PersonalizationEngine.Engine.Sync.Gorse;

/// <summary>
/// Tells interests: at first person by person, so that every act is read once; from then on those of the pairs on which
/// something new was done.
/// </summary>
internal sealed class InterestSync(
    IGorseSource source, ISyncPositions positions, InterestTeller teller, GorseSyncOptions options, TimeProvider time)
{
    public async Task<int> RunAsync(string name, CancellationToken cancellationToken)
    {
        var settled = time.GetUtcNow() - options.Overlap;
        var position = await positions.ReadAsync(name, cancellationToken) is { } text
            ? ActPosition.Parse(text)
            : new ActPosition(await source.LastActBeforeAsync(settled, cancellationToken), "");
        var walked = position.Walked is null ? 0 : await WalkAsync(name, position, cancellationToken);
        return walked + await FollowAsync(name, position.After, settled, cancellationToken);
    }

    private async Task<int> WalkAsync(string name, ActPosition position, CancellationToken cancellationToken)
    {
        // What happens during the walk is followed after it, and must be followed from here even if this run is cut off.
        await positions.WriteAsync(name, position.ToString(), cancellationToken);
        var told = 0;
        while (true)
        {
            var people = await source.PersonIdsAsync(position.Walked!, options.PageSize, cancellationToken);
            told += await teller.TellAsync(people, null, cancellationToken);
            var isOver = people.Count < options.PageSize;
            position = position with { Walked = isOver ? null : people[^1] };
            await positions.WriteAsync(name, position.ToString(), cancellationToken);
            if (isOver) return told;
        }
    }

    private async Task<int> FollowAsync(string name, long last, DateTimeOffset settled, CancellationToken cancellationToken)
    {
        for (var told = 0; ;)
        {
            var page = await source.ActsAsync(last, options.PageSize, cancellationToken);
            if (page.Count == 0) return told;
            var pairs = page.Where(act => act.ItemId is not null).Select(act => (act.PersonId, act.ItemId!)).ToHashSet();
            told += await teller.TellAsync([.. pairs.Select(pair => pair.PersonId).Distinct(StringComparer.Ordinal)], pairs, cancellationToken);
            last = page[^1].Id;
            if (page.TakeWhile(act => act.ReceivedAt <= settled).LastOrDefault() is { } safe)
                await positions.WriteAsync(name, new ActPosition(safe.Id, null).ToString(), cancellationToken);
            if (page.Count < options.PageSize) return told;
        }
    }
}

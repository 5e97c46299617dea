using PersonalizationEngine.Engine.Ports;

namespace PersonalizationEngine.Engine.Sync.Gorse;

/// <summary>
/// Tells Gorse what has changed: items, people, merges and interests, page by page, each position noted once its page has
/// arrived. A run that is cut off anywhere is continued by the next one, and Gorse ends up knowing the same: what it is told is
/// worked out from the store alone and takes the place of what it knew. One run at a time.
/// </summary>
public sealed class SyncGorse(
    IGorseSource source, ISyncPositions positions, InterestRules rules, GorseSyncOptions options, TimeProvider time, IGorse? gorse = null,
    IErasures? erasures = null)
{
    private const string Items = "gorse.items", People = "gorse.people", Merges = "gorse.merges", Acts = "gorse.acts";

    public bool HasGorse => gorse is not null;

    /// <summary>Does nothing when there is no Gorse.</summary>
    public async Task<SyncedCounts> RunAsync(CancellationToken cancellationToken)
    {
        if (gorse is null) return SyncedCounts.None;
        var teller = new InterestTeller(source, gorse, rules, erasures);
        var items = await FollowAsync<ChangedItem>(
            Items, source.ItemsAsync, page => gorse.PutItemsAsync([.. page.Select(change => change.Item)], cancellationToken), cancellationToken);
        var people = await FollowAsync<ChangedPerson>(
            People, source.PeopleAsync, page => TellOfPeopleAsync(gorse, teller, page, cancellationToken), cancellationToken);
        var merges = await FollowMergesAsync(teller, cancellationToken);
        return new SyncedCounts(items, people, merges, await new InterestSync(source, positions, teller, options, time).RunAsync(Acts, cancellationToken));
    }

    private static async Task TellOfPeopleAsync(
        IGorse gorse, InterestTeller teller, IReadOnlyList<ChangedPerson> page, CancellationToken cancellationToken)
    {
        var (deleted, others) = (page.Where(change => change.Person.WasDeleted), page.Where(change => !change.Person.WasDeleted));
        SyncedPerson[] usual = [.. others.Select(change => change.Person)];
        if (usual.Length > 0) await gorse.PutUsersAsync(usual, cancellationToken);
        await teller.TakeBackErasedAsync([.. usual.Select(person => person.PersonId)], cancellationToken);
        string[] anew = [.. deleted.Select(change => change.Person.PersonId)];
        if (anew.Length > 0) await teller.TellAnewAsync(anew, cancellationToken);
    }

    private async Task<int> FollowAsync<T>(
        string name, Func<ChangePosition, int, CancellationToken, Task<IReadOnlyList<T>>> read, Func<IReadOnlyList<T>, Task> tell, CancellationToken cancellationToken)
        where T : IChange
    {
        var settled = time.GetUtcNow() - options.Overlap;
        var last = await positions.ReadAsync(name, cancellationToken) is { } text ? ChangePosition.Parse(text) : ChangePosition.Beginning;
        for (var told = 0; ;)
        {
            var page = await read(last, options.PageSize, cancellationToken);
            if (page.Count == 0) return told;
            await tell(page);
            told += page.Count;
            last = ChangePosition.Of(page[^1]);
            if (page.LastOrDefault(change => change.ChangedAt <= settled) is { } safe)
                await positions.WriteAsync(name, ChangePosition.Of(safe).ToString(), cancellationToken);
            if (page.Count < options.PageSize) return told;
        }
    }

    /// <summary>Who was merged is forgotten, and the one they became is told anew.</summary>
    private async Task<int> FollowMergesAsync(InterestTeller teller, CancellationToken cancellationToken)
    {
        var settled = time.GetUtcNow() - options.Overlap;
        var last = await positions.ReadAsync(Merges, cancellationToken) is { } text ? ActPosition.Parse(text).After : 0;
        for (var told = 0; ;)
        {
            var page = await source.MergesAsync(last, options.PageSize, cancellationToken);
            if (page.Count == 0) return told;
            await teller.TellAnewAsync([.. page.SelectMany(merge => (string[])[merge.From, merge.To]).Distinct(StringComparer.Ordinal)], cancellationToken);
            told += page.Count;
            last = page[^1].Id;
            if (page.TakeWhile(merge => merge.At <= settled).LastOrDefault() is { } safe)
                await positions.WriteAsync(Merges, new ActPosition(safe.Id, null).ToString(), cancellationToken);
            if (page.Count < options.PageSize) return told;
        }
    }
}

using PersonalizationEngine.Engine.Ports;

namespace PersonalizationEngine.Engine.Sync.Gorse;

/// <summary>Brings what Gorse knows of people in line with the store as it is now, whatever it knew before.</summary>
internal sealed class InterestTeller(IGorseSource source, IGorse gorse, InterestRules rules, IErasures? erasures)
{
    /// <summary>All interests of the people, or those of some pairs.</summary>
    /// <returns>How many were told.</returns>
    public async Task<int> TellAsync(
        IReadOnlyCollection<string> personIds, IReadOnlySet<(string PersonId, string ItemId)>? wanted, CancellationToken cancellationToken)
    {
        if (personIds.Count == 0) return 0;
        var fold = new InterestFold(rules, wanted);
        await foreach (var act in source.HistoriesAsync(personIds, cancellationToken)) fold.Add(act);
        var interests = fold.Interests.ToArray();
        if (interests.Length == 0) return 0;
        await gorse.PutInterestsAsync(interests, cancellationToken);
        await TakeBackErasedAsync(personIds, cancellationToken);
        return interests.Length;
    }

    /// <summary>
    /// Who was erased while a page of them was told has to go again: either the erasure deletes them after this has told them, or
    /// it shows here.
    /// </summary>
    public async Task TakeBackErasedAsync(IReadOnlyCollection<string> personIds, CancellationToken cancellationToken)
    {
        if (erasures is null) return;
        var erased = await erasures.ErasedAmongAsync(personIds, cancellationToken);
        if (erased.Count > 0) await gorse.DeleteUsersAsync([.. erased], cancellationToken);
    }

    /// <summary>Forgets the people and tells of those who are there anew: what is no longer theirs goes with it.</summary>
    public async Task<int> TellAnewAsync(IReadOnlyCollection<string> personIds, CancellationToken cancellationToken)
    {
        var found = await source.FindAsync(personIds, cancellationToken);
        var present = found.Where(person => !person.IsGone).ToArray();
        await gorse.DeleteUsersAsync(
            [.. personIds.Except(present.Where(person => !person.WasDeleted).Select(person => person.PersonId), StringComparer.Ordinal)], cancellationToken);
        if (present.Length > 0) await gorse.PutUsersAsync(present, cancellationToken);
        await TakeBackErasedAsync([.. present.Select(person => person.PersonId)], cancellationToken);
        return await TellAsync([.. present.Select(person => person.PersonId)], null, cancellationToken);
    }
}

using PersonalizationEngine.Engine.Identity;
using PersonalizationEngine.Engine.Ingestion.People;

namespace PersonalizationEngine.Engine.Ingestion.Planning;

/// <summary>
/// Which person each id belongs to, as a batch unfolds. The rules: an id never seen is a new person of that id. A device that
/// is linked to a person brings its anonymous history along. A device that another person used before keeps its past with
/// them and belongs to the new one from now on (Rybbit's rule), until so many have used it that it is nobody's. Two people known
/// apart are merged only when the CDP itself says they are one; a known person's own id in the place of a device changes nothing.
/// </summary>
internal sealed class IdentityDirectory(
    IngestionKnowledge knowledge, IdentityLimits limits, DateTimeOffset now, Func<string, IReadOnlyList<ConsentRecord>>? consents = null)
{
    private readonly Dictionary<string, string> _newOwners = new(StringComparer.Ordinal);
    private readonly Dictionary<string, PersonRecord> _changed = new(StringComparer.Ordinal);
    private readonly Dictionary<string, string> _mergedInto = new(StringComparer.Ordinal);
    private readonly List<PersonMerge> _merges = [];
    private readonly LinkTally _tally = new(knowledge.History, limits);

    public IReadOnlyCollection<PersonRecord> Changed => _changed.Values;

    public IReadOnlyDictionary<string, string> Owners => _newOwners;

    public IReadOnlyList<PersonMerge> Merges => _merges;

    /// <summary>Who logged in on which device, where that changed anything.</summary>
    public IReadOnlyCollection<(string Device, string KnownId)> Logins => _tally.NewLogins;

    /// <summary>The person that a person has become.</summary>
    public string Current(string personId)
    {
        while (_mergedInto.TryGetValue(personId, out var next)) personId = next;
        return personId;
    }

    public PersonRecord Find(string personId) =>
        _changed.TryGetValue(personId, out var changed) ? changed : knowledge.People[personId];

    public string? OwnerOf(string identity) =>
        (_newOwners.GetValueOrDefault(identity) ?? knowledge.Owners.GetValueOrDefault(identity)) is { } owner ? Current(owner) : null;

    /// <summary>Changes the owner of an id, who is made when there is none yet.</summary>
    /// <returns>The owner's id.</returns>
    public string Change(string identity, Func<PersonRecord, PersonRecord> change)
    {
        var owner = OwnerOf(identity) ?? Open(identity);
        _changed[owner] = change(Find(owner)) with { ChangedAt = now };
        return owner;
    }

    /// <param name="eventId">The event that says so.</param>
    /// <param name="mergeKnown">The sender vouches that two people known apart are one.</param>
    /// <returns>Why the two were not joined; null when they are.</returns>
    public RefusalReason? Link(string knownId, string alias, string eventId, bool mergeKnown = false)
    {
        if (knownId != alias && (limits.Blocks(knownId) || limits.Blocks(alias))) return RefusalReason.BlockedId;
        var person = Change(knownId, found => found with { Identified = true });
        var other = OwnerOf(alias);
        if (other == person) return null;
        if (other == alias && !mergeKnown && Find(alias).Identified) return RefusalReason.TwoKnownPeople;
        if (!mergeKnown && _tally.IsShared(alias, knownId))
        {
            if (other is not null && Find(other).Identified && !_mergedInto.ContainsKey(alias)) Open(alias);
            return RefusalReason.SharedDevice;
        }

        var merges = other is not null && (mergeKnown || !Find(other).Identified);
        if (_tally.WhyNot(person, merges ? other : null) is { } full) return full;
        if (merges) Merge(other!, person, alias, eventId);
        else _newOwners[alias] = person;
        _tally.Count(person, merges ? other : null);
        return null;
    }

    private void Merge(string from, string to, string because, string eventId)
    {
        var (gone, kept) = (Find(from), Find(to));
        _merges.Add(new PersonMerge(from, to, because)
        {
            EventId = eventId,
            FromBefore = new MergedPerson(gone, consents?.Invoke(from) ?? []),
            ToBefore = new MergedPerson(kept, consents?.Invoke(to) ?? []),
            FromIds = [.. knowledge.Owners.Keys.Concat(_newOwners.Keys).Where(identity => OwnerOf(identity) == from).Distinct(StringComparer.Ordinal)],
        });
        _changed[to] = kept.Absorb(gone) with { ChangedAt = now };
        _changed.Remove(from);
        _mergedInto[from] = to;
    }

    private string Open(string identity)
    {
        _newOwners[identity] = identity;
        _changed[identity] = PersonRecord.New(identity, now);
        return identity;
    }
}

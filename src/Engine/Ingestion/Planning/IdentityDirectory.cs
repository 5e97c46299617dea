using PersonalizationEngine.Engine.Ingestion.People;

namespace PersonalizationEngine.Engine.Ingestion.Planning;

/// <summary>
/// Which person each id belongs to, as a batch unfolds. The rules: an id never seen is a new person of that id. A device that
/// is linked to a person brings its anonymous history along. A device that another person used before keeps its past with
/// them and belongs to the new one from now on (Rybbit's rule). Two people known apart are merged only when the CDP itself
/// says they are one; a known person's own id in the place of a device changes nothing.
/// </summary>
internal sealed class IdentityDirectory(IngestionKnowledge knowledge, DateTimeOffset now)
{
    private readonly Dictionary<string, string> _newOwners = new(StringComparer.Ordinal);
    private readonly Dictionary<string, PersonRecord> _changed = new(StringComparer.Ordinal);
    private readonly Dictionary<string, string> _mergedInto = new(StringComparer.Ordinal);
    private readonly List<PersonMerge> _merges = [];

    public IReadOnlyCollection<PersonRecord> Changed => _changed.Values;

    public IReadOnlyDictionary<string, string> Owners => _newOwners;

    public IReadOnlyList<PersonMerge> Merges => _merges;

    /// <summary>The person that a person has become.</summary>
    public string Current(string personId)
    {
        while (_mergedInto.TryGetValue(personId, out var next)) personId = next;
        return personId;
    }

    public PersonRecord Find(string personId) =>
        _changed.TryGetValue(personId, out var changed) ? changed : knowledge.People[personId];

    /// <summary>Changes the owner of an id, who is made when there is none yet.</summary>
    /// <returns>The owner's id.</returns>
    public string Change(string identity, Func<PersonRecord, PersonRecord> change)
    {
        var owner = OwnerOf(identity) ?? Open(identity);
        _changed[owner] = change(Find(owner)) with { ChangedAt = now };
        return owner;
    }

    /// <param name="mergeKnown">The sender vouches that two people known apart are one.</param>
    public void Link(string knownId, string alias, bool mergeKnown = false)
    {
        var person = Change(knownId, found => found with { Identified = true });
        var other = OwnerOf(alias);
        if (other == person || (other == alias && !mergeKnown && Find(alias).Identified)) return;
        if (other is not null && (mergeKnown || !Find(other).Identified)) Merge(other, person, alias);
        _newOwners[alias] = person;
    }

    private void Merge(string from, string to, string because)
    {
        _changed[to] = Find(to).Absorb(Find(from)) with { ChangedAt = now };
        _changed.Remove(from);
        _mergedInto[from] = to;
        _merges.Add(new PersonMerge(from, to, because));
    }

    private string? OwnerOf(string identity) =>
        (_newOwners.GetValueOrDefault(identity) ?? knowledge.Owners.GetValueOrDefault(identity)) is { } owner ? Current(owner) : null;

    private string Open(string identity)
    {
        _newOwners[identity] = identity;
        _changed[identity] = PersonRecord.New(identity, now);
        return identity;
    }
}

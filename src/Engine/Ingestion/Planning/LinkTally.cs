using PersonalizationEngine.Engine.Identity;

namespace PersonalizationEngine.Engine.Ingestion.Planning;

/// <summary>Counts what the limits of joining ids go by: what the store remembers, and what this batch adds to it.</summary>
internal sealed class LinkTally(LinkHistory history, IdentityLimits limits)
{
    private static readonly IReadOnlySet<string> EmptySet = new HashSet<string>();

    private readonly HashSet<(string Device, string KnownId)> _logins = [];
    private readonly Dictionary<string, int> _ids = new(StringComparer.Ordinal), _merges = new(StringComparer.Ordinal);

    public IReadOnlyCollection<(string Device, string KnownId)> NewLogins => _logins;

    /// <summary>Notes a login, and tells whether too many others log in on the device.</summary>
    public bool IsShared(string device, string knownId)
    {
        _logins.Add((device, knownId));
        var before = history.LoginsOf.GetValueOrDefault(device);
        var others = _logins.Where(login => login.Device == device).Select(login => login.KnownId).Concat(before ?? EmptySet)
            .Distinct(StringComparer.Ordinal).Count(one => one != knownId);
        return others >= limits.PeoplePerDevice;
    }

    /// <param name="merged">Who would become the person; null for an id of nobody's.</param>
    public RefusalReason? WhyNot(string person, string? merged)
    {
        if (merged is not null && (history.TakenApart.Contains((merged, person)) || history.TakenApart.Contains((person, merged))))
            return RefusalReason.TakenApart;
        if (IdsOf(person) + (merged is null ? 1 : IdsOf(merged)) > limits.IdsPerPerson) return RefusalReason.TooManyIds;
        return merged is not null && MergesOf(person) >= limits.MergesPerPerson ? RefusalReason.TooManyMerges : null;
    }

    public void Count(string person, string? merged)
    {
        _ids[person] = IdsOf(person) + (merged is null ? 1 : IdsOf(merged));
        if (merged is not null) _merges[person] = MergesOf(person) + 1;
    }

    private int IdsOf(string person) => _ids.TryGetValue(person, out var ids) ? ids : Math.Max(1, history.IdsOf.GetValueOrDefault(person));

    private int MergesOf(string person) => _merges.TryGetValue(person, out var merges) ? merges : history.MergesOf.GetValueOrDefault(person);
}

using System.Collections.Frozen;
using PersonalizationEngine.Core.Profiles;
using PersonalizationEngine.Core.Rules.Conditions.Values;

namespace PersonalizationEngine.Core.Rules.Conditions;

/// <summary>Named lists of values, usually ids, that many conditions share. Immutable; safe from any thread.</summary>
/// <param name="groups">
/// Members by group id; of an id given twice the last counts. Members are compared strictly: 3 is not "3".
/// </param>
public sealed class SavedGroups(IEnumerable<KeyValuePair<string, IReadOnlyList<AttributeValue>>> groups)
{
    private readonly FrozenDictionary<string, ValueSet> _groups =
        groups.ToFrozenDictionary(group => group.Key, group => new ValueSet(group.Value), StringComparer.Ordinal);

    public static SavedGroups Empty { get; } = new([]);

    public bool Contains(string groupId) => _groups.ContainsKey(groupId);

    /// <summary>An unknown group has no members.</summary>
    internal ValueSet Members(string groupId) => _groups.GetValueOrDefault(groupId, ValueSet.Empty);
}

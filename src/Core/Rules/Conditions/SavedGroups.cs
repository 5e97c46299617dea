using System.Collections.Concurrent;
using System.Collections.Frozen;
using PersonalizationEngine.Core.Profiles;
using PersonalizationEngine.Core.Rules.Conditions.Logic;
using PersonalizationEngine.Core.Rules.Conditions.Named;
using PersonalizationEngine.Core.Rules.Conditions.Values;

namespace PersonalizationEngine.Core.Rules.Conditions;

/// <summary>
/// What many conditions share by name: lists of values, usually ids, and segments, which are conditions themselves. Immutable;
/// safe from any thread. Whatever it is given it can be used: a segment that leads to itself, or too far, holds for nobody.
/// </summary>
public sealed class SavedGroups
{
    private static readonly ValueTest Nobody = static (in AttributeValue _) => false;

    private readonly FrozenDictionary<string, ValueSet> _groups;
    private readonly FrozenDictionary<string, Condition> _segments;
    private readonly ConcurrentDictionary<string, ValueTest> _tests = new(StringComparer.Ordinal);

    /// <param name="groups">
    /// Members by group id; of an id given twice the last counts. Members are compared strictly: 3 is not "3".
    /// </param>
    /// <param name="segments">Conditions by key; of a key given twice the last counts.</param>
    public SavedGroups(
        IEnumerable<KeyValuePair<string, IReadOnlyList<AttributeValue>>> groups, IEnumerable<KeyValuePair<string, Condition>>? segments = null)
    {
        _groups = groups.ToFrozenDictionary(group => group.Key, group => new ValueSet(group.Value), StringComparer.Ordinal);
        var written = (segments ?? []).ToFrozenDictionary(StringComparer.Ordinal);
        var graph = new SegmentGraph(written);
        _segments = written.ToFrozenDictionary(segment => segment.Key, segment => Usable(segment.Key, segment.Value, graph), StringComparer.Ordinal);
    }

    public static SavedGroups Empty { get; } = new([]);

    /// <summary>The same as they were written; empty where nobody outside of the engine will ask.</summary>
    public SavedTexts Texts { get; init; } = SavedTexts.None;

    public bool Contains(string groupId) => _groups.ContainsKey(groupId);

    public bool ContainsSegment(string key) => _segments.ContainsKey(key);

    public IEnumerable<string> SegmentKeys => _segments.Keys;

    /// <summary>Why somebody is not in a segment; null for those who are.</summary>
    public ConditionFailure? WhyNotIn(string segmentKey, AttributeMap attributes) =>
        ConditionExplainer.WhyNot(_segments[segmentKey], this, attributes);

    /// <summary>An unknown group has no members.</summary>
    internal ValueSet Members(string groupId) => _groups.GetValueOrDefault(groupId, ValueSet.Empty);

    internal Condition? Segment(string key) => _segments.GetValueOrDefault(key);

    /// <summary>The segment compiled, once however many conditions name it.</summary>
    internal ValueTest TestOf(string key)
    {
        if (_tests.TryGetValue(key, out var known)) return known;
        return Segment(key) is { } segment ? _tests.GetOrAdd(key, segment.Compile(this)) : Nobody;
    }

    private static Condition Usable(string key, Condition condition, SegmentGraph graph) =>
        graph.WhyNot(condition, key) is { } reason ? new FaultyCondition(condition.JsonPointer, reason) : condition;
}

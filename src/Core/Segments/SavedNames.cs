using PersonalizationEngine.Core.Documents;
using PersonalizationEngine.Core.Rules.Conditions;
using PersonalizationEngine.Core.Rules.Conditions.Named;

namespace PersonalizationEngine.Core.Segments;

/// <summary>The groups and segments there are, to judge what a definition about to be stored names.</summary>
public sealed class SavedNames(IEnumerable<string> groups, IEnumerable<Segment> segments)
{
    private readonly HashSet<string> _groups = new(groups, StringComparer.Ordinal);
    private readonly Dictionary<string, Condition> _segments =
        segments.ToDictionary(segment => segment.Key, segment => segment.Condition.Condition, StringComparer.Ordinal);

    /// <summary>What is named and not there, circles, and what grows too large, each with its place.</summary>
    public IReadOnlyList<DocumentFault> FaultsOf(IReadOnlyList<PlacedCondition> conditions) =>
        [.. conditions.SelectMany(placed => FaultsOf(placed, _segments, key: null))];

    /// <summary>As of any condition, and whether the segments that name this one stay of use.</summary>
    public IReadOnlyList<DocumentFault> FaultsOf(Segment segment)
    {
        var next = new Dictionary<string, Condition>(_segments, StringComparer.Ordinal) { [segment.Key] = segment.Condition.Condition };
        var faults = PlacedCondition.Of(segment).SelectMany(placed => FaultsOf(placed, next, segment.Key)).ToList();
        return faults.Count > 0 ? faults : [.. FaultsOfUsers(segment, next)];
    }

    private IEnumerable<DocumentFault> FaultsOfUsers(Segment segment, Dictionary<string, Condition> next)
    {
        var graph = new SegmentGraph(next);
        var before = new SegmentGraph(_segments);
        foreach (var (key, condition) in _segments)
            if (key != segment.Key && graph.WhyNot(condition, key) is { } reason && before.WhyNot(condition, key) is null)
                yield return new DocumentFault("/condition", $"would make segment \"{key}\" unusable: {reason}");
    }

    private IEnumerable<DocumentFault> FaultsOf(PlacedCondition placed, Dictionary<string, Condition> known, string? key)
    {
        foreach (var named in NamedReferences.Of(placed.Condition))
            if (!(named.Kind == NamedKind.Group ? _groups.Contains(named.Key) : known.ContainsKey(named.Key)))
                yield return new DocumentFault(placed.Pointer + named.JsonPointer, Unknown(named));

        if (new SegmentGraph(known).WhyNot(placed.Condition, key) is { } reason) yield return new DocumentFault(placed.Pointer, reason);
    }

    private static string Unknown(NamedReference named) =>
        $"names the {(named.Kind == NamedKind.Group ? "group" : "segment")} \"{named.Key}\", which does not exist";
}

using System.Globalization;
using PersonalizationEngine.Core.Hashing;
using PersonalizationEngine.Core.Profiles;
using PersonalizationEngine.Core.Profiles.Signals;

namespace PersonalizationEngine.Core.Rules.Conditions.Behaviour;

/// <summary>Everything that conditions in force ask about what people did. Immutable.</summary>
public sealed class ActPatterns
{
    private readonly ActPattern[] _patterns;
    private readonly string _fingerprint;

    private ActPatterns(IReadOnlyCollection<DidCondition> asked)
    {
        _patterns = [.. asked.Select(did => did.Pattern).Distinct().OrderBy(pattern => pattern.Key, StringComparer.Ordinal)];
        Reach = asked.Count == 0 ? TimeSpan.Zero : asked.Max(did => did.Within);
        _fingerprint = string.Create(
            CultureInfo.InvariantCulture, $"{Fnv1a.Hash(string.Join('\n', _patterns.Select(pattern => pattern.Key)))} {Reach.TotalMinutes}");
    }

    public static ActPatterns None { get; } = new([]);

    /// <summary>How far back acts matter; zero where none do.</summary>
    public TimeSpan Reach { get; }

    /// <summary>With those of the segments that the conditions name.</summary>
    public static ActPatterns Of(IEnumerable<Condition> conditions, SavedGroups groups)
    {
        var seen = new HashSet<string>(StringComparer.Ordinal);
        return new ActPatterns([.. conditions.SelectMany(condition => AskedBy(condition, groups, seen))]);
    }

    /// <summary>Whether what is known of a person answers all of them.</summary>
    /// <param name="person">As <see cref="PersonAttributes"/> makes them.</param>
    public bool AreAnsweredBy(AttributeMap person) =>
        _patterns.Length == 0
        || (person[ActHistory.Attribute] is { Kind: AttributeKind.Map } acts && acts.Map[ActHistory.Fingerprint] == _fingerprint);

    /// <summary>What somebody who did these things answers; null when nothing is asked.</summary>
    /// <param name="activities">In any order.</param>
    public AttributeMap? Answer(IEnumerable<Activity> activities, SignalDefinitions signals)
    {
        if (_patterns.Length == 0) return null;
        var instants = _patterns.Select(_ => new List<long>()).ToArray();
        foreach (var activity in activities)
            for (var i = 0; i < _patterns.Length; i++)
                if (_patterns[i].Matches(activity, signals)) instants[i].Add(activity.At.ToUnixTimeSeconds());

        var answers = new Dictionary<string, AttributeValue>(_patterns.Length + 1, StringComparer.Ordinal) { [ActHistory.Fingerprint] = _fingerprint };
        for (var i = 0; i < _patterns.Length; i++)
            answers[_patterns[i].Key] = instants[i].Order().TakeLast(ActTimes.Most + 1).Select(at => (AttributeValue)(double)at).ToArray();
        return new AttributeMap(answers);
    }

    private static IEnumerable<DidCondition> AskedBy(Condition condition, SavedGroups groups, HashSet<string> seen)
    {
        if (condition is DidCondition did) yield return did;
        if (condition is Operators.SegmentMembership member && seen.Add(member.Key) && groups.Segment(member.Key) is { } segment)
            foreach (var asked in AskedBy(segment, groups, seen)) yield return asked;
        foreach (var part in condition.Inside)
            foreach (var asked in AskedBy(part, groups, seen)) yield return asked;
    }
}

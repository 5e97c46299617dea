using PersonalizationEngine.Core.Rules.Conditions;

namespace PersonalizationEngine.Core.Decisions.Receipts;

/// <summary>Whether a person is in a segment.</summary>
/// <param name="Failure">The part of its condition that does not hold; null for those who are in it.</param>
public sealed record SegmentVerdict(string Key, ConditionFailure? Failure)
{
    public bool IsIn => Failure is null;

    /// <summary>Of every segment there is, in the order of their keys.</summary>
    public static IReadOnlyList<SegmentVerdict> Of(Decision decision, Playbook playbook)
    {
        var attributes = DecisionMaker.Place(decision.Request, decision.Person, playbook).Attributes;
        var groups = playbook.Rules.Groups;
        return [.. groups.SegmentKeys.Order(StringComparer.Ordinal).Select(key => new SegmentVerdict(key, groups.WhyNotIn(key, attributes)))];
    }
}

using PersonalizationEngine.Core.Rules.Conditions.Operators;

namespace PersonalizationEngine.Core.Rules.Conditions.Named;

public static class NamedReferences
{
    /// <summary>Every group and segment a condition names itself, in the order they are written; those that segments name are theirs.</summary>
    public static IEnumerable<NamedReference> Of(Condition condition)
    {
        if (condition is GroupMembership group) yield return new NamedReference(group.JsonPointer, NamedKind.Group, group.GroupId);
        if (condition is SegmentMembership segment) yield return new NamedReference(segment.JsonPointer, NamedKind.Segment, segment.Key);
        foreach (var part in condition.Inside)
            foreach (var reference in Of(part)) yield return reference;
    }
}

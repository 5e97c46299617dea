using PersonalizationEngine.Core.Profiles;
using PersonalizationEngine.Core.Rules.Conditions.Explaining;
using PersonalizationEngine.Core.Rules.Conditions.Sets;
using PersonalizationEngine.Core.Rules.Conditions.Values;

namespace PersonalizationEngine.Core.Rules.Conditions.Operators;

/// <summary>
/// <c>$inSegment</c>, <c>$notInSegment</c> and one of <c>$savedGroups</c>: a named condition, asked of what the condition around
/// it is asked of. Nobody is in a segment that does not exist.
/// </summary>
internal sealed record SegmentMembership(string JsonPointer, string Operator, string Key, bool Negated) : Condition(JsonPointer)
{
    internal override string Phrase => $"{(Negated ? "outside the" : "in the")} segment {ValueWording.Quoted(Key)}";

    internal override string Identity => NodeIdentity.Leaf(Negated ? "$notInSegment" : "$inSegment", Key);

    internal override int Cost => 10;

    internal override ValueTest Compile(SavedGroups groups)
    {
        var test = groups.TestOf(Key);
        return Negated ? (in AttributeValue focus) => !test(focus) : test;
    }

    internal override ConditionFailure? Explain(in AttributeValue focus, ExplanationScope scope, bool wanted)
    {
        var wantedInside = wanted != Negated;
        if (scope.Groups.Segment(Key) is not { } segment)
            return wantedInside ? Fail(wanted, $"the segment {ValueWording.Quoted(Key)} does not exist") : null;
        if (segment.Explain(focus, scope, wantedInside) is not { } inside) return null;

        var opening = wantedInside ? "not in the segment" : "must not be in the segment";
        return Fail(wanted, $"{opening} {ValueWording.Quoted(Key)}: {inside.Sentence}") with { Inner = [inside.Within(Key)] };
    }

    private ConditionFailure Fail(bool wanted, string sentence) =>
        new(JsonPointer, "", Operator, Key, AttributeValue.Missing, Negated: !wanted, sentence);
}

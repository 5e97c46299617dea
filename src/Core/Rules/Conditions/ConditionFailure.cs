using PersonalizationEngine.Core.Profiles;

namespace PersonalizationEngine.Core.Rules.Conditions;

/// <summary>The part of a condition that kept it from matching.</summary>
/// <param name="JsonPointer">Where that part stands in the condition's JSON, as an RFC 6901 pointer from its root.</param>
/// <param name="AttributePath">The dotted path of the attribute it judged; empty where it joins several parts.</param>
/// <param name="Operator">As written, such as <c>$gte</c>; <c>=</c> for a plain value, empty for a faulty part.</param>
/// <param name="Expected">The operator's argument; missing where that is itself a condition.</param>
/// <param name="Actual">What the person has; missing where the part joins several.</param>
/// <param name="Negated">The part held, and a <c>$not</c> or <c>$nor</c> around it asks that it does not.</param>
/// <param name="Sentence">One English sentence without a full stop: <c>score is 17.5, needed at least 50</c>.</param>
public sealed record ConditionFailure(
    string JsonPointer,
    string AttributePath,
    string Operator,
    AttributeValue Expected,
    AttributeValue Actual,
    bool Negated,
    string Sentence)
{
    /// <summary>The parts that failed together, in the order they are written; empty for a single part.</summary>
    public IReadOnlyList<ConditionFailure> Inner { get; init; } = [];

    /// <summary>The segment whose condition <see cref="JsonPointer"/> points into; null for the condition that was asked.</summary>
    public string? Segment { get; init; }

    /// <summary>The same failure, told from outside of the segment it is in.</summary>
    internal ConditionFailure Within(string segment) =>
        this with { Segment = Segment ?? segment, Inner = [.. Inner.Select(inner => inner.Within(segment))] };
}

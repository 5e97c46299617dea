using System.Text.Json.Serialization;
using PersonalizationEngine.Core.Profiles;
using PersonalizationEngine.Core.Rules.Conditions;

namespace PersonalizationEngine.Functions.Personalization;

/// <summary>The part of a condition that did not hold.</summary>
/// <param name="Pointer">RFC 6901 pointer into the condition.</param>
/// <param name="Sentence">For people: "score is 17.5, needed at least 50".</param>
/// <param name="Inner">The parts of a choice none of which held, or the part of the segment.</param>
/// <param name="Segment">The segment whose condition the pointer leads into; left out for the rule's own.</param>
internal sealed record FailureAnswer(
    string Pointer, string Attribute, string Operator, AttributeValue Expected, AttributeValue Actual, string Sentence,
    IReadOnlyList<FailureAnswer> Inner,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] string? Segment)
{
    public static FailureAnswer Of(ConditionFailure failure) => new(
        failure.JsonPointer, failure.AttributePath, failure.Operator, failure.Expected, failure.Actual, failure.Sentence,
        [.. failure.Inner.Select(Of)], failure.Segment);
}

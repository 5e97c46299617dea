using PersonalizationEngine.Core.Documents;

namespace PersonalizationEngine.Core.Rules.Conditions;

/// <summary>
/// What came of parsing. A strict caller refuses a condition with faults. A lenient one evaluates it all the same:
/// a faulty part never matches, so beware that under a <c>$not</c> it always does.
/// </summary>
/// <param name="Faults">With pointers from the condition's root, in the order they were met, at most <see cref="ConditionLimits.MaxFaults"/>.</param>
public sealed record ConditionParseResult(Condition Condition, IReadOnlyList<DocumentFault> Faults)
{
    public bool IsValid => Faults.Count == 0;
}

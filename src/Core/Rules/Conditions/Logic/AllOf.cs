using PersonalizationEngine.Core.Profiles;
using PersonalizationEngine.Core.Rules.Conditions.Explaining;
using PersonalizationEngine.Core.Rules.Conditions.Sets;
using PersonalizationEngine.Core.Rules.Conditions.Values;

namespace PersonalizationEngine.Core.Rules.Conditions.Logic;

/// <summary>
/// <c>$and</c>, several attributes in one object, several operators on one attribute. Without parts it matches.
/// </summary>
internal sealed record AllOf(string JsonPointer, IReadOnlyList<Condition> Parts) : Condition(JsonPointer)
{
    internal override string Phrase =>
        Parts.Count == 0 ? "anything" : string.Join(" and ", Parts.Select(part => part.Phrase));

    internal override IReadOnlyList<Condition> Inside => Parts;

    internal override string? Identity => NodeIdentity.Joined("and", Parts);

    internal override int Cost => Parts.Sum(part => part.Cost);

    internal override ValueTest Compile(SavedGroups groups)
    {
        ValueTest[] tests = [.. Parts.Select(part => part.Compile(groups))];
        return tests.Length == 1 ? tests[0] : (in AttributeValue focus) =>
        {
            foreach (var test in tests)
            {
                if (!test(focus)) return false;
            }

            return true;
        };
    }

    internal override ConditionFailure? Explain(in AttributeValue focus, ExplanationScope scope, bool wanted)
    {
        if (wanted) return Parts.FirstFailure(focus, scope, wanted);
        if (Parts.Count == 0) return JointFailure.OfNone(this, "$and", wanted, "an empty condition always holds");
        return Parts.EveryFailure(focus, scope, wanted) is { } held
            ? JointFailure.Of(this, "$and", wanted, $"all {held.Count} parts hold, and together they must not", held)
            : null;
    }
}

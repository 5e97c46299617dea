using PersonalizationEngine.Core.Profiles;
using PersonalizationEngine.Core.Rules.Conditions.Explaining;
using PersonalizationEngine.Core.Rules.Conditions.Sets;
using PersonalizationEngine.Core.Rules.Conditions.Values;

namespace PersonalizationEngine.Core.Rules.Conditions.Logic;

/// <summary><c>$or</c>. Without alternatives it matches, as GrowthBook defines it.</summary>
internal sealed record AnyOf(string JsonPointer, IReadOnlyList<Condition> Parts) : Condition(JsonPointer)
{
    internal override string Phrase =>
        Parts.Count == 0 ? "anything" : $"({string.Join(" or ", Parts.Select(part => part.Phrase))})";

    internal override IReadOnlyList<Condition> Inside => Parts;

    internal override string? Identity => NodeIdentity.Joined("or", Parts);

    internal override int Cost => Parts.Sum(part => part.Cost);

    internal override ValueTest Compile(SavedGroups groups)
    {
        ValueTest[] tests = [.. Parts.Select(part => part.Compile(groups))];
        return tests.Length == 1 ? tests[0] : (in AttributeValue focus) =>
        {
            foreach (var test in tests)
            {
                if (test(focus)) return true;
            }

            return tests.Length == 0;
        };
    }

    internal override ConditionFailure? Explain(in AttributeValue focus, ExplanationScope scope, bool wanted)
    {
        if (Parts.Count == 0)
        {
            return wanted ? null : JointFailure.OfNone(this, "$or", wanted, "an $or without alternatives always holds");
        }

        if (!wanted) return Parts.FirstFailure(focus, scope, wanted);
        return Parts.EveryFailure(focus, scope, wanted) is { } failed
            ? JointFailure.Of(this, "$or", wanted, $"none of {failed.Count} alternatives holds", failed)
            : null;
    }
}

using PersonalizationEngine.Core.Profiles;
using PersonalizationEngine.Core.Rules.Conditions.Explaining;
using PersonalizationEngine.Core.Rules.Conditions.Sets;
using PersonalizationEngine.Core.Rules.Conditions.Values;

namespace PersonalizationEngine.Core.Rules.Conditions.Logic;

/// <summary><c>$not</c>, and <c>$nor</c> around an <see cref="AnyOf"/>.</summary>
internal sealed record Negation(string JsonPointer, Condition Inner) : Condition(JsonPointer)
{
    internal override string Phrase => $"not ({Inner.Phrase})";

    internal override IReadOnlyList<Condition> Inside => [Inner];

    internal override string? Identity => NodeIdentity.Joined("not", Inside);

    internal override int Cost => Inner.Cost;

    internal override ValueTest Compile(SavedGroups groups)
    {
        var test = Inner.Compile(groups);
        return (in AttributeValue focus) => !test(focus);
    }

    internal override ConditionFailure? Explain(in AttributeValue focus, ExplanationScope scope, bool wanted) =>
        Inner.Explain(focus, scope, !wanted);
}

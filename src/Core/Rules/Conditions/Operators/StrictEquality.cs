using PersonalizationEngine.Core.Profiles;
using PersonalizationEngine.Core.Rules.Conditions.Explaining;
using PersonalizationEngine.Core.Rules.Conditions.Parsing;
using PersonalizationEngine.Core.Rules.Conditions.Values;

namespace PersonalizationEngine.Core.Rules.Conditions.Operators;

/// <summary><c>$eq</c> and <c>$ne</c>: same kind and same value, deeply; missing is null.</summary>
internal sealed record StrictEquality(string JsonPointer, string Operator, AttributeValue Expected, bool Negated)
    : ConditionLeaf(JsonPointer, Operator, Expected)
{
    internal override string Phrase => $"{(Negated ? "anything but" : "exactly")} {ValueWording.Of(Expected)}";

    public static Condition Read(OperatorArgument argument, bool negated) =>
        argument.Constant(value => new StrictEquality(argument.JsonPointer, argument.Operator, value, negated));

    internal override string Identity => AsWritten;

    internal override int Cost => 1;

    internal override IReadOnlyList<string>? OnlyTexts =>
        Negated || Expected.Kind != AttributeKind.Text ? null : [Expected.Text];

    internal override ValueTest Compile(SavedGroups groups) => Matches;

    private bool Matches(in AttributeValue focus) => Negated != Expected.Equals(focus.IsPresent ? focus : AttributeValue.Null);
}

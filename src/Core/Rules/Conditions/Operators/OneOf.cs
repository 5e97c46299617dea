using PersonalizationEngine.Core.Profiles;
using PersonalizationEngine.Core.Rules.Conditions.Explaining;
using PersonalizationEngine.Core.Rules.Conditions.Parsing;
using PersonalizationEngine.Core.Rules.Conditions.Values;

namespace PersonalizationEngine.Core.Rules.Conditions.Operators;

/// <summary>
/// <c>$in</c> and <c>$nin</c>, and in any letter case <c>$ini</c> and <c>$nini</c>: strictly one of the values, or for a list
/// at least one element in common.
/// </summary>
internal sealed record OneOf(string JsonPointer, string Operator, AttributeValue Expected, bool IgnoreCase, bool Negated)
    : ConditionLeaf(JsonPointer, Operator, Expected)
{
    private readonly ValueSet _values =
        new(Expected.Items, IgnoreCase ? StringComparer.OrdinalIgnoreCase : StringComparer.Ordinal);

    internal override string Phrase =>
        $"{(Negated ? "none" : "one")} of {ValueWording.Of(Expected)}{(IgnoreCase ? " in any case" : "")}";

    public static Condition Read(OperatorArgument argument, bool ignoreCase = false, bool negated = false) =>
        argument.Constant(value => value.Kind == AttributeKind.List
            ? new OneOf(argument.JsonPointer, argument.Operator, value, ignoreCase, negated)
            : argument.Refuse($"{argument.Operator} takes a list of values."));

    internal override string Identity => AsWritten;

    internal override int Cost => 2;

    internal override IReadOnlyList<string>? OnlyTexts =>
        Negated || IgnoreCase || !Array.TrueForAll(Expected.Items, item => item.Kind == AttributeKind.Text)
            ? null
            : [.. Expected.Items.Select(item => item.Text).Distinct(StringComparer.Ordinal)];

    internal override ValueTest Compile(SavedGroups groups) => Matches;

    private bool Matches(in AttributeValue focus) => Negated != _values.Meets(focus);
}

using PersonalizationEngine.Core.Profiles;
using PersonalizationEngine.Core.Rules.Conditions.Parsing;
using PersonalizationEngine.Core.Rules.Conditions.Values;

namespace PersonalizationEngine.Core.Rules.Conditions.Operators;

/// <summary><c>$veq $vne $vgt $vgte $vlt $vlte</c>: by <see cref="PaddedVersion"/>.</summary>
internal sealed record VersionComparison(string JsonPointer, string Operator, AttributeValue Expected, Relation Relation)
    : ConditionLeaf(JsonPointer, Operator, Expected)
{
    private readonly string _padded = PaddedVersion.Of(ScalarText.Of(Expected));

    internal override string Phrase => $"a version {Relation.Words()} {ScalarText.Of(Expected)}";

    public static Condition Read(OperatorArgument argument, Relation relation) => argument.Constant(value =>
        value.Kind == AttributeKind.Number || (value.Kind == AttributeKind.Text && value.Text.Length > 0)
            ? new VersionComparison(argument.JsonPointer, argument.Operator, value, relation)
            : argument.Refuse($"{argument.Operator} takes a version such as \"2.10.0\"."));

    internal override string Identity => AsWritten;

    internal override int Cost => 8;

    internal override ValueTest Compile(SavedGroups groups) => Matches;

    private bool Matches(in AttributeValue focus) => Relation.Holds(PaddedVersion.Compare(focus, _padded));
}

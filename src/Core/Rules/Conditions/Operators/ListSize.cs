using PersonalizationEngine.Core.Profiles;
using PersonalizationEngine.Core.Rules.Conditions.Explaining;
using PersonalizationEngine.Core.Rules.Conditions.Parsing;
using PersonalizationEngine.Core.Rules.Conditions.Sets;
using PersonalizationEngine.Core.Rules.Conditions.Values;

namespace PersonalizationEngine.Core.Rules.Conditions.Operators;

/// <summary><c>$size</c>: a list whose number of elements is the given number or passes the given operators.</summary>
internal sealed record ListSize(string JsonPointer, Condition Size) : ConditionLeaf(JsonPointer, "$size", AttributeValue.Missing)
{
    internal override string Phrase => $"a list whose size is {Size.Phrase}";

    public static Condition Read(OperatorArgument argument) => argument.IsNumber || argument.IsOperators
        ? new ListSize(argument.JsonPointer, argument.Test())
        : argument.Refuse("$size takes a number or operators on a number.");

    internal override IReadOnlyList<Condition> Inside => [Size];

    internal override string? Identity => NodeIdentity.Joined("$size", Inside);

    internal override int Cost => 8 + Inside.Sum(part => part.Cost);

    internal override ValueTest Compile(SavedGroups groups)
    {
        var test = Size.Compile(groups);
        return (in AttributeValue focus) => focus.Kind == AttributeKind.List && test((double)focus.Items.Length);
    }

    internal override ConditionFailure? Explain(in AttributeValue focus, ExplanationScope scope, bool wanted) =>
        focus.Kind == AttributeKind.List
            ? Size.Explain((double)focus.Items.Length, scope.Size(), wanted)
            : base.Explain(focus, scope, wanted);
}

using PersonalizationEngine.Core.Profiles;
using PersonalizationEngine.Core.Rules.Conditions.Explaining;
using PersonalizationEngine.Core.Rules.Conditions.Parsing;
using PersonalizationEngine.Core.Rules.Conditions.Sets;
using PersonalizationEngine.Core.Rules.Conditions.Values;

namespace PersonalizationEngine.Core.Rules.Conditions.Operators;

/// <summary>
/// <c>$lt $lte $gt $gte</c>: two texts by UTF-16 code units, anything else as numbers (<see cref="ScalarNumber"/>),
/// so that a missing attribute counts as 0.
/// </summary>
internal sealed record Comparison(string JsonPointer, string Operator, AttributeValue Expected, Relation Relation)
    : ConditionLeaf(JsonPointer, Operator, Expected)
{
    private readonly double _number = ScalarNumber.Of(Expected);

    internal override string Phrase => $"{Relation.Words()} {ValueWording.Of(Expected)}";

    public static Condition Read(OperatorArgument argument, Relation relation) => argument.Constant(value =>
        value.Kind is AttributeKind.List or AttributeKind.Map
            ? argument.Refuse($"{argument.Operator} takes a number or a text.")
            : new Comparison(argument.JsonPointer, argument.Operator, value, relation));

    internal override string Identity => AsWritten;

    internal override int Cost => 1;

    /// <summary>Two texts are compared as texts, so only a bound that is no text is a number whatever it is compared with.</summary>
    internal override NumberBound? OnlyNumbers => Expected.Kind == AttributeKind.Text || double.IsNaN(_number)
        ? null
        : new NumberBound(_number, Relation is Relation.More or Relation.AtLeast, Relation is Relation.AtLeast or Relation.AtMost);

    internal override ValueTest Compile(SavedGroups groups) => Expected.Kind == AttributeKind.Text ? MatchesText : MatchesNumber;

    private bool MatchesText(in AttributeValue focus) => focus.Kind == AttributeKind.Text
        ? Relation.Holds(string.CompareOrdinal(focus.Text, Expected.Text))
        : MatchesNumber(focus);

    private bool MatchesNumber(in AttributeValue focus)
    {
        var actual = ScalarNumber.Of(focus);
        return !double.IsNaN(actual) && !double.IsNaN(_number) && Relation.Holds(actual.CompareTo(_number));
    }
}

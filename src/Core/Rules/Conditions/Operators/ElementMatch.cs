using PersonalizationEngine.Core.Profiles;
using PersonalizationEngine.Core.Rules.Conditions.Explaining;
using PersonalizationEngine.Core.Rules.Conditions.Parsing;
using PersonalizationEngine.Core.Rules.Conditions.Sets;
using PersonalizationEngine.Core.Rules.Conditions.Values;

namespace PersonalizationEngine.Core.Rules.Conditions.Operators;

/// <summary>
/// <c>$elemMatch</c>: a list with an element that matches, be it operators on the element or a condition on its fields.
/// </summary>
internal sealed record ElementMatch(string JsonPointer, Condition Element, bool OnFields)
    : ConditionLeaf(JsonPointer, "$elemMatch", AttributeValue.Missing)
{
    internal override string Phrase => $"a list with an element {(OnFields ? "that has" : "that is")} {Element.Phrase}";

    public static Condition Read(OperatorArgument argument) => argument.IsOperators
        ? new ElementMatch(argument.JsonPointer, argument.Test(), OnFields: false)
        : new ElementMatch(argument.JsonPointer, argument.Condition(), OnFields: true);

    internal override IReadOnlyList<Condition> Inside => [Element];

    internal override string? Identity => NodeIdentity.Joined("$elemMatch", Inside);

    internal override int Cost => 8 + Inside.Sum(part => part.Cost);

    internal override ValueTest Compile(SavedGroups groups)
    {
        var test = Element.Compile(groups);
        return (in AttributeValue focus) => focus.Kind == AttributeKind.List && ElementSearch.FirstIndex(focus.Items, test) >= 0;
    }

    internal override ConditionFailure? Explain(in AttributeValue focus, ExplanationScope scope, bool wanted)
    {
        var failure = base.Explain(focus, scope, wanted);
        if (failure is null || wanted) return failure;
        var index = ElementSearch.FirstIndex(focus.Items, Element.Compile(scope.Groups));
        return Element.Explain(focus.Items[index], scope.At($"{index}"), wanted);
    }
}

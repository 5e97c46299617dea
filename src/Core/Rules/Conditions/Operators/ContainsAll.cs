using PersonalizationEngine.Core.Profiles;
using PersonalizationEngine.Core.Rules.Conditions.Explaining;
using PersonalizationEngine.Core.Rules.Conditions.Parsing;
using PersonalizationEngine.Core.Rules.Conditions.Sets;
using PersonalizationEngine.Core.Rules.Conditions.Values;

namespace PersonalizationEngine.Core.Rules.Conditions.Operators;

/// <summary>
/// <c>$all</c>, and in any letter case <c>$alli</c>: a list where each of the given values, which may be operators too,
/// is matched by some element.
/// </summary>
internal sealed record ContainsAll(string JsonPointer, string Operator, IReadOnlyList<Condition> Elements)
    : ConditionLeaf(JsonPointer, Operator, AttributeValue.Missing)
{
    internal override string Phrase => $"a list with {string.Join(", with ", Elements.Select(element => element.Phrase))}";

    public static Condition Read(OperatorArgument argument, bool ignoreCase) =>
        argument.List(elements => new ContainsAll(argument.JsonPointer, argument.Operator, elements), ignoreCase);

    internal override IReadOnlyList<Condition> Inside => Elements;

    internal override string? Identity => NodeIdentity.Joined(Operator, Inside);

    internal override int Cost => 8 + Inside.Sum(part => part.Cost);

    internal override ValueTest Compile(SavedGroups groups)
    {
        ValueTest[] tests = [.. Elements.Select(element => element.Compile(groups))];
        return (in AttributeValue focus) =>
        {
            if (focus.Kind != AttributeKind.List) return false;
            foreach (var test in tests)
            {
                if (ElementSearch.FirstIndex(focus.Items, test) < 0) return false;
            }

            return true;
        };
    }

    internal override ConditionFailure? Explain(in AttributeValue focus, ExplanationScope scope, bool wanted)
    {
        var failure = base.Explain(focus, scope, wanted);
        if (failure is null || !wanted || focus.Kind != AttributeKind.List) return failure;
        var items = focus.Items;
        var groups = scope.Groups;
        var lacking = Elements.First(element => ElementSearch.FirstIndex(items, element.Compile(groups)) < 0);
        return failure with
        {
            JsonPointer = lacking.JsonPointer,
            Expected = lacking is ConditionLeaf leaf ? leaf.Expected : failure.Expected,
            Sentence = $"{scope.Subject} is {ValueWording.Of(focus)}, needed a list with {lacking.Phrase}",
        };
    }
}

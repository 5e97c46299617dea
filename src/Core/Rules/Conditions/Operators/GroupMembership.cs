using PersonalizationEngine.Core.Profiles;
using PersonalizationEngine.Core.Rules.Conditions.Explaining;
using PersonalizationEngine.Core.Rules.Conditions.Parsing;
using PersonalizationEngine.Core.Rules.Conditions.Values;

namespace PersonalizationEngine.Core.Rules.Conditions.Operators;

/// <summary><c>$inGroup</c> and <c>$notInGroup</c>: as <see cref="OneOf"/>, with the members of a saved group.</summary>
internal sealed record GroupMembership(string JsonPointer, string Operator, string GroupId, bool Negated)
    : ConditionLeaf(JsonPointer, Operator, GroupId)
{
    internal override string Phrase => $"{(Negated ? "outside the" : "in the")} group {ValueWording.Quoted(GroupId)}";

    public static Condition Read(OperatorArgument argument, bool negated) =>
        argument.Text(id => new GroupMembership(argument.JsonPointer, argument.Operator, id, negated), "the id of a saved group");

    internal override string Identity => AsWritten;

    internal override int Cost => 3;

    internal override ValueTest Compile(SavedGroups groups)
    {
        var (members, negated) = (groups.Members(GroupId), Negated);
        return (in AttributeValue focus) => negated != members.Meets(focus);
    }

    internal override ConditionFailure? Explain(in AttributeValue focus, ExplanationScope scope, bool wanted)
    {
        var failure = base.Explain(focus, scope, wanted);
        return failure is null || scope.Groups.Contains(GroupId)
            ? failure
            : failure with { Sentence = $"{failure.Sentence}, which does not exist" };
    }
}

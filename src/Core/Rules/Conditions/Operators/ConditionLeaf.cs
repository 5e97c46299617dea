using PersonalizationEngine.Core.Profiles;
using PersonalizationEngine.Core.Rules.Conditions.Explaining;
using PersonalizationEngine.Core.Rules.Conditions.Sets;

namespace PersonalizationEngine.Core.Rules.Conditions.Operators;

/// <summary>One operator with its argument.</summary>
internal abstract record ConditionLeaf(string JsonPointer, string Operator, AttributeValue Expected) : Condition(JsonPointer)
{
    /// <summary>The identity of a leaf that its operator and its argument say all about.</summary>
    protected string AsWritten => NodeIdentity.Leaf(Operator, Expected);

    protected virtual string Requirement => $"needed {Phrase}";

    protected virtual string Prohibition => $"must not be {Phrase}";

    internal override ConditionFailure? Explain(in AttributeValue focus, ExplanationScope scope, bool wanted) =>
        Compile(scope.Groups)(focus) == wanted ? null : Fail(focus, scope, wanted);

    protected ConditionFailure Fail(in AttributeValue focus, ExplanationScope scope, bool wanted)
    {
        var sentence = $"{scope.Subject} is {ValueWording.Of(focus)}, {(wanted ? Requirement : Prohibition)}";
        return new ConditionFailure(JsonPointer, scope.Path, Operator, Expected, focus, Negated: !wanted, sentence);
    }
}

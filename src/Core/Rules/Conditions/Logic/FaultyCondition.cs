using PersonalizationEngine.Core.Profiles;
using PersonalizationEngine.Core.Rules.Conditions.Explaining;
using PersonalizationEngine.Core.Rules.Conditions.Values;

namespace PersonalizationEngine.Core.Rules.Conditions.Logic;

/// <summary>Stands where the condition could not be read, and never matches.</summary>
internal sealed record FaultyCondition(string JsonPointer, string Fault) : Condition(JsonPointer)
{
    internal override string Phrase => "something impossible";

    internal override string Identity => "never";

    internal override int Cost => 0;

    internal override ValueTest Compile(SavedGroups groups) => static (in AttributeValue _) => false;

    internal override ConditionFailure? Explain(in AttributeValue focus, ExplanationScope scope, bool wanted)
    {
        if (!wanted) return null;
        var sentence = $"the condition is faulty here: {Fault}";
        return new(JsonPointer, scope.Path, "", AttributeValue.Missing, focus, Negated: false, sentence);
    }
}

using PersonalizationEngine.Core.Profiles;
using PersonalizationEngine.Core.Rules.Conditions.Explaining;
using PersonalizationEngine.Core.Rules.Conditions.Sets;
using PersonalizationEngine.Core.Rules.Conditions.Values;

namespace PersonalizationEngine.Core.Rules.Conditions.Behaviour;

/// <summary>
/// <c>$did</c>: how often somebody did something within a time that ends now. Where it cannot be told, because what they did is not
/// known, it does not hold, and neither does its opposite <c>$didNot</c>.
/// </summary>
internal sealed record DidCondition(string JsonPointer, string Operator, ActPattern Pattern, TimeSpan Within, ActTimes Times) : Condition(JsonPointer)
{
    internal override string Phrase => $"{Pattern.Wording} {Times.Wording} within {ActSpan.Wording(Within)}";

    internal override string Identity => NodeIdentity.Leaf("$did", $"{Pattern.Key}\n{Within.Ticks} {Times.AtLeast} {Times.AtMost}");

    internal override int Cost => 12;

    internal override ValueTest Compile(SavedGroups groups)
    {
        var (key, within, times) = (Pattern.Key, Within, Times);
        return (in AttributeValue person) => ActHistory.Count(person, key, within) is { } count && times.Admits(count);
    }

    internal override ConditionFailure? Explain(in AttributeValue focus, ExplanationScope scope, bool wanted)
    {
        var count = ActHistory.Count(focus, Pattern.Key, Within);
        if ((count is { } known && Times.Admits(known)) == wanted) return null;
        var done = count is null ? "it is not known how often" : count == 0 ? "never" : ActTimes.Times(count.Value);
        var sentence = $"{Pattern.Wording}: {done} within {ActSpan.Wording(Within)}, {(wanted ? "needed" : "must not be")} {Times.Wording}";
        return new ConditionFailure(
            JsonPointer, ActHistory.Attribute, Operator, AttributeValue.Missing, count is { } number ? (double)number : AttributeValue.Missing, Negated: !wanted, sentence);
    }
}

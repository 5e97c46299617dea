using PersonalizationEngine.Core.Profiles;

namespace PersonalizationEngine.Core.Rules.Conditions.Explaining;

/// <summary>One failure made of several parts that are to blame together.</summary>
internal static class JointFailure
{
    private const int SpelledOut = 3;

    /// <summary>A single part speaks for itself.</summary>
    public static ConditionFailure Of(
        Condition node, string @operator, bool wanted, string opening, IReadOnlyList<ConditionFailure> parts)
    {
        if (parts.Count == 1) return parts[0];
        var sentence = $"{opening}: {string.Join("; ", parts.Take(SpelledOut).Select(part => part.Sentence))}";
        if (parts.Count > SpelledOut) sentence += $"; and {parts.Count - SpelledOut} more";
        return OfNone(node, @operator, wanted, sentence) with { Inner = parts };
    }

    public static ConditionFailure OfNone(Condition node, string @operator, bool wanted, string sentence) =>
        new(node.JsonPointer, "", @operator, AttributeValue.Missing, AttributeValue.Missing, Negated: !wanted, sentence);
}

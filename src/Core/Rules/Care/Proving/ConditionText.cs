using PersonalizationEngine.Core.Rules.Conditions;
using PersonalizationEngine.Core.Rules.Conditions.Logic;
using PersonalizationEngine.Core.Rules.Conditions.Operators;

namespace PersonalizationEngine.Core.Rules.Care.Proving;

/// <summary>A condition as a text that another has only if the two always hold together, wherever they stand.</summary>
internal static class ConditionText
{
    /// <returns>Null where a part is of a kind that nothing is known of here.</returns>
    public static string? Of(Condition condition) => condition switch
    {
        AllOf all => Joined("all", all.Parts),
        AnyOf any => Joined("any", any.Parts),
        Negation not => Around("not", not.Inner),
        AttributeCondition at => Around($"at {at.Path.Text.Length}:{at.Path.Text}", at.Test),
        ElementMatch element => Around("element", element.Element),
        ListSize size => Around("size", size.Size),
        ContainsAll contains => Joined("contains", contains.Elements),
        Comparison comparison => $"{comparison.Relation} {comparison.Expected}",
        VersionComparison version => $"version {version.Relation} {version.Expected}",
        PlainEquality plain => $"{(plain.IgnoreCase ? "alike" : "plain")} {plain.Value}",
        StrictEquality strict => Negated(strict.Negated, $"same {strict.Expected}"),
        OneOf one => Negated(one.Negated, $"{(one.IgnoreCase ? "alike one" : "one")} of {one.Expected}"),
        GroupMembership group => Negated(group.Negated, $"in {group.GroupId.Length}:{group.GroupId}"),
        PatternMatch pattern => Negated(pattern.Negated, $"{(pattern.IgnoreCase ? "alike" : "found")} {pattern.Source.Length}:{pattern.Source}"),
        Existence existence => Negated(!existence.Present, "present"),
        KindTest kind => $"type {kind.Name}",
        _ => null,
    };

    /// <summary>The opposite of such a text.</summary>
    public static string Opposite(string text) =>
        text.StartsWith("not(", StringComparison.Ordinal) ? text[4..^1] : $"not({text})";

    private static string Negated(bool negated, string text) => negated ? Opposite(text) : text;

    private static string? Around(string name, Condition inner) => Of(inner) is { } text
        ? name == "not" ? Opposite(text) : $"{name}({text})"
        : null;

    private static string? Joined(string name, IReadOnlyList<Condition> parts)
    {
        var texts = parts.Select(Of).ToList();
        return texts.Contains(null) ? null : $"{name}({string.Join(", ", texts)})";
    }
}

using System.Globalization;
using PersonalizationEngine.Core.Profiles;

namespace PersonalizationEngine.Bench.ManyRules;

/// <summary>One question about a visitor, in the words of each contender.</summary>
/// <param name="Json">In the engine's condition language.</param>
/// <param name="Lambda">In C#, as Microsoft RulesEngine reads it.</param>
/// <param name="Plain">As a node that is walked over.</param>
internal sealed record Part(string Json, string Lambda, IPlainNode Plain)
{
    public static Part AtLeast(string attribute, string member, double bound) => new(
        Invariant($$$"""{"{{{attribute}}}": {"$gte": {{{bound}}}}}"""), Invariant($"visitor.{member} >= {bound}"),
        new PlainTest(attribute, value => value.Kind == AttributeKind.Number && value.Number >= bound));

    public static Part Below(string attribute, string member, double bound) => new(
        Invariant($$$"""{"{{{attribute}}}": {"$lt": {{{bound}}}}}"""), Invariant($"visitor.{member} < {bound}"),
        new PlainTest(attribute, value => value.Kind == AttributeKind.Number && value.Number < bound));

    public static Part Is(string attribute, string member, string text) => new(
        $$"""{"{{attribute}}": "{{text}}"}""", $"visitor.{member} == \"{text}\"",
        new PlainTest(attribute, value => value.Kind == AttributeKind.Text && value.Text == text));

    public static Part OneOf(string attribute, string member, params string[] texts) => new(
        $$$"""{"{{{attribute}}}": {"$in": [{{{string.Join(", ", texts.Select(text => $"\"{text}\""))}}}]}}""",
        $"({string.Join(" || ", texts.Select(text => $"visitor.{member} == \"{text}\""))})",
        new PlainTest(attribute, value => value.Kind == AttributeKind.Text && texts.Contains(value.Text)));

    public static Part All(params Part[] parts) => new(
        $$"""{"$and": [{{string.Join(", ", parts.Select(part => part.Json))}}]}""",
        $"({string.Join(" && ", parts.Select(part => part.Lambda))})", new PlainAll([.. parts.Select(part => part.Plain)]));

    public static Part Any(params Part[] parts) => new(
        $$"""{"$or": [{{string.Join(", ", parts.Select(part => part.Json))}}]}""",
        $"({string.Join(" || ", parts.Select(part => part.Lambda))})", new PlainAny([.. parts.Select(part => part.Plain)]));

    public static Part Not(Part part) => new($$"""{"$not": {{part.Json}}}""", $"!({part.Lambda})", new PlainNot(part.Plain));

    private static string Invariant(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}

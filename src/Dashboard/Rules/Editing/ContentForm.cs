namespace PersonalizationEngine.Dashboard.Rules.Editing;

/// <summary>Content that a rule shows, as it is typed: fields by name, one text, or JSON for what neither can say.</summary>
/// <param name="Mode"><c>fields</c>, <c>text</c> or <c>json</c>.</param>
/// <param name="Fields">A name with a dot stands for a field inside a field: <c>cta.label</c>.</param>
/// <param name="Text">The text or the JSON.</param>
public sealed record ContentForm(string Mode, IReadOnlyList<(string Name, string Value)> Fields, string Text)
{
    public static ContentForm Empty { get; } = new("fields", [("headline", ""), ("cta.label", ""), ("cta.url", "")], "");
}

namespace PersonalizationEngine.Engine.Privacy;

/// <param name="Type"><c>text</c>, <c>json</c>, <c>integer</c>, <c>number</c>, <c>boolean</c> or <c>instant</c>.</param>
public sealed record SectionColumn(string Name, string Type)
{
    public const string Text = "text", Json = "json", Integer = "integer", Number = "number", Boolean = "boolean", Instant = "instant";
}

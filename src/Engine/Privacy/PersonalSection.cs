namespace PersonalizationEngine.Engine.Privacy;

/// <summary>A part of what the store holds about people: one table.</summary>
public sealed record PersonalSection(string Name, IReadOnlyList<SectionColumn> Columns);

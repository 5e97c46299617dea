using PersonalizationEngine.Core.Rules;

namespace PersonalizationEngine.Core.Segments;

/// <summary>A condition with a name, which other conditions ask with <c>$inSegment</c>.</summary>
/// <param name="Key">Unique among segments; what conditions name.</param>
public sealed record Segment(long Id, string Key, string Name, string? Description, ConditionSource Condition);

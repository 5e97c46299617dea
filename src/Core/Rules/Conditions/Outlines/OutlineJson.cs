namespace PersonalizationEngine.Core.Rules.Conditions.Outlines;

/// <summary>A condition that no line can say, as it was written.</summary>
public sealed record OutlineJson(string Json) : OutlinePart;

namespace PersonalizationEngine.Core.Rules.Conditions.Outlines;

/// <param name="Path">Places from the root down, as <c>0.2</c>; empty for the root.</param>
public sealed record OutlineFault(string Path, string Message);

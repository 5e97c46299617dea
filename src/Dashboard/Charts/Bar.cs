namespace PersonalizationEngine.Dashboard.Charts;

/// <param name="Text">The value as it is read, with its unit.</param>
public sealed record Bar(string Label, double Value, string Text, string? Address = null);

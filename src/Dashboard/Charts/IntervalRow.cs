namespace PersonalizationEngine.Dashboard.Charts;

/// <summary>An estimate with the interval it lies in.</summary>
public sealed record IntervalRow(string Label, double Value, double Low, double High, string Text);

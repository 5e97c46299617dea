namespace PersonalizationEngine.Dashboard.Charts;

/// <param name="IsAhead">Not measured but expected; drawn dotted.</param>
public sealed record ChartSeries(string Name, IReadOnlyList<ChartPoint> Points, bool IsAhead = false);

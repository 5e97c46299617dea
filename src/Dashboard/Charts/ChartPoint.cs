namespace PersonalizationEngine.Dashboard.Charts;

/// <param name="Value">Null where nothing was measured: the line has a gap there.</param>
/// <param name="Low">Lower end of the interval, where there is one.</param>
public sealed record ChartPoint(DateTimeOffset At, double? Value, double? Low = null, double? High = null);

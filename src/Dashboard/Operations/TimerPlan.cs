using PersonalizationEngine.Engine.Telemetry;

namespace PersonalizationEngine.Dashboard.Operations;

/// <summary>When a timer runs.</summary>
/// <param name="Words">Its schedule as people say it.</param>
public sealed record TimerPlan(WatchedTimer Timer, string Words, DateTimeOffset NextAt);

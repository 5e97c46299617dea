namespace PersonalizationEngine.Engine.Experiments.Tracking;

/// <summary>A variant that somebody else served, an SDK of GrowthBook for one.</summary>
/// <param name="UserId">Any id of the person.</param>
internal sealed record TrackedExposure(string EventId, long ExperimentId, string Variant, string UserId, DateTimeOffset At);

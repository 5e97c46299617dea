namespace PersonalizationEngine.Engine.Experiments;

/// <param name="Counted">False for what does not count: a forced variant, somebody outside, an experiment that is not running.</param>
public sealed record TrackedExposure(string Experiment, string UserId, string Variant, bool Counted);

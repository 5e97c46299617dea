namespace PersonalizationEngine.Engine.Experiments.Results;

/// <param name="Version">Of the experiment it was worked out for.</param>
/// <param name="At">When it was worked out.</param>
public sealed record KeptReport(TrialReport Report, int Version, DateTimeOffset At);

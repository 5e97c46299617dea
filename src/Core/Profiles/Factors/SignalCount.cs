namespace PersonalizationEngine.Core.Profiles.Factors;

/// <summary>How often something happened in the window of its factor, and when last; null when never.</summary>
public readonly record struct SignalCount(long Count, DateTimeOffset? LatestAt);

namespace PersonalizationEngine.Engine.Scoring.Quality;

/// <param name="From">The first instant of the period, in UTC.</param>
public sealed record PeriodQuality(DateTimeOffset From, GroupQuality Quality);

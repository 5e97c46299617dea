namespace PersonalizationEngine.Functions.Admin.Scoring.Quality;

/// <param name="From">Its first instant.</param>
internal sealed record PeriodAnswer(DateTimeOffset From, GroupQualityAnswer Quality);

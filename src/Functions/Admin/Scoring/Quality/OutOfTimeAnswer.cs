namespace PersonalizationEngine.Functions.Admin.Scoring.Quality;

/// <param name="Split">Two thirds into the time of the looks.</param>
internal sealed record OutOfTimeAnswer(DateTimeOffset Split, GroupQualityAnswer Earlier, GroupQualityAnswer Later);

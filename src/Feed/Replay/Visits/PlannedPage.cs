namespace PersonalizationEngine.Feed.Replay.Visits;

/// <param name="Number">Within the visit, counted from 1.</param>
internal sealed record PlannedPage(int Number, string Path, DateTimeOffset At);

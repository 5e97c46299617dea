namespace PersonalizationEngine.Feed.Replay.Visits;

/// <summary>What a row tells of all visits together.</summary>
/// <param name="Pages">At least one for each visit.</param>
internal sealed record VisitTotals(int Visits, int Pages, TimeSpan Time);

namespace PersonalizationEngine.Feed.Replay.Visits;

/// <summary>The visits a row's totals were turned into, in order of time.</summary>
/// <param name="First">When the first begins; a moment of the row's own where there is none.</param>
/// <param name="Last">When the last ends; the same moment where there is none.</param>
internal sealed record RowVisits(IReadOnlyList<PlannedVisit> Visits, DateTimeOffset First, DateTimeOffset Last);

namespace PersonalizationEngine.Feed.Replay.Visits;

/// <param name="Number">Among the visits of the row, counted from 1.</param>
/// <param name="End">Of a visit with more than one page, when the last is opened.</param>
internal sealed record PlannedVisit(
    string Id, int Number, DateTimeOffset Start, DateTimeOffset End, IReadOnlyList<PlannedPage> Pages);

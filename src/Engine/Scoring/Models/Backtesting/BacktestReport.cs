namespace PersonalizationEngine.Engine.Scoring.Models.Backtesting;

/// <summary>What a draft would have said over the last weeks, beside what there is.</summary>
/// <param name="People">How many were tried.</param>
/// <param name="IsSample">There are more people than were tried.</param>
/// <param name="Instants">The oldest first.</param>
public sealed record BacktestReport(
    int People, bool IsSample, IReadOnlyList<BacktestInstant> Instants, IReadOnlyList<SegmentMove> Moves,
    IReadOnlyList<SegmentOutcome> Draft, IReadOnlyList<SegmentOutcome> Live, IReadOnlyList<ScoreLimit> Limits);

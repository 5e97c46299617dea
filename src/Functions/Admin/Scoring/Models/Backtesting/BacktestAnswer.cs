using PersonalizationEngine.Engine.Scoring.Models.Backtesting;
using PersonalizationEngine.Functions.Scoring;

namespace PersonalizationEngine.Functions.Admin.Scoring.Models.Backtesting;

/// <summary>What a draft would have said over the last weeks, beside what there is.</summary>
/// <param name="IsSample">There are more people than were tried.</param>
internal sealed record BacktestAnswer(
    int PeopleTried, bool IsSample, IReadOnlyList<BacktestInstantAnswer> Instants, IReadOnlyList<SegmentMoveAnswer> Moves,
    IReadOnlyList<SegmentOutcomeAnswer> Draft, IReadOnlyList<SegmentOutcomeAnswer> Live, IReadOnlyList<ScoreLimitAnswer> Limits)
{
    public static BacktestAnswer Of(BacktestReport report) => new(
        report.People,
        report.IsSample,
        [.. report.Instants.Select(instant => new BacktestInstantAnswer(instant.At, instant.People, instant.Moved))],
        [.. report.Moves.Select(SegmentMoveAnswer.Of)],
        [.. report.Draft.Select(SegmentOutcomeAnswer.Of)],
        [.. report.Live.Select(SegmentOutcomeAnswer.Of)],
        ScoreLimitAnswer.Of(report.Limits));
}

using PersonalizationEngine.Core.Scoring;
using PersonalizationEngine.Engine.Personalization.Snapshots;

namespace PersonalizationEngine.Functions.Scoring;

/// <summary>How warm a person is.</summary>
/// <param name="NextSegment">The next warmer one; null for the warmest.</param>
/// <param name="PointsToNext">Points that are missing to it.</param>
/// <param name="Degraded">The stores failed; this is what was known before, or nothing.</param>
/// <param name="UnusedInputs">What is left out of it for want of consent; most often nothing.</param>
internal sealed record SegmentAnswer(
    string UserId,
    bool Known,
    string Segment,
    decimal Score,
    string? NextSegment,
    decimal? PointsToNext,
    bool Degraded,
    IReadOnlyList<string> UnusedInputs,
    DateTimeOffset CalculatedAt,
    DateTimeOffset? ValidUntil)
{
    public static SegmentAnswer Of(string userId, ServedSnapshot served, SegmentThresholds thresholds)
    {
        var state = served.Snapshot.State;
        var next = thresholds.Above(state.Score.Segment);
        return new SegmentAnswer(
            userId,
            state.Known,
            state.Score.Segment.Name(),
            state.Score.Score,
            next?.Segment.Name(),
            next?.Score - state.Score.Score,
            served.Source != SnapshotSource.Live,
            Core.Profiles.Consent.UnusedInputs.OfDecisions(state.Permissions),
            state.Score.CalculatedAt,
            state.Score.ValidUntil);
    }
}

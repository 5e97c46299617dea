using PersonalizationEngine.Engine.Scoring.Models;

namespace PersonalizationEngine.Engine.Scoring;

/// <summary>The score of the settings at an instant, and what becomes of it if nothing more happens.</summary>
/// <param name="FallsBelow">As with a model.</param>
/// <param name="KnownUntil">As with a model.</param>
public sealed record PlainScoreReading(
    RecalculatedScore Calculated, IReadOnlyList<SegmentChange> FallsBelow, DateTimeOffset? NextChangeAt, DateTimeOffset? KnownUntil,
    IReadOnlyList<ScoreLimit> Limits)
{
    /// <summary>Each change to come, the first one first, as far as it can be told; after the last one nothing changes any more, or <see cref="KnownUntil"/> says.</summary>
    public IReadOnlyList<ForeseenScore> Ahead { get; init; } = [];
}

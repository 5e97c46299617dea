using PersonalizationEngine.Core.Scoring.Models.Evaluation;

namespace PersonalizationEngine.Engine.Scoring.Models;

/// <summary>A person's score by a model at an instant, and what becomes of it if nothing more happens.</summary>
/// <param name="FallsBelow">Of each segment they are in, when they leave it; those they never leave are left out.</param>
/// <param name="Rises">Of each segment above, when they come into it because what was taken fades.</param>
/// <param name="NextChangeAt">When the segment or the grade is next another; null for never, or where it cannot be told.</param>
/// <param name="KnownUntil">What is said of the future ends here; null for never.</param>
public sealed record ModelScoreReading(
    string PersonId, bool Known, long ModelId, int ModelVersion, ModelScore Score, IReadOnlyList<SegmentChange> FallsBelow,
    IReadOnlyList<SegmentChange> Rises, DateTimeOffset? NextChangeAt, DateTimeOffset? KnownUntil, IReadOnlyList<ScoreLimit> Limits);

using PersonalizationEngine.Core.Scoring;
using PersonalizationEngine.Engine.Scoring.Models;

namespace PersonalizationEngine.Functions.Scoring.Models;

/// <summary>A person's score by a model at an instant, with its receipt and what becomes of it.</summary>
/// <param name="Sum">Of the groups, before the bounds of the total.</param>
/// <param name="Capped">The bounds of the total cut it.</param>
/// <param name="Grade">A1 to C3; null when the model gives none.</param>
/// <param name="Probability">Of a conversion, 0 to 1; null when the model was not calibrated.</param>
/// <param name="FallsBelow">Of each segment they are in, when they leave it if nothing more happens.</param>
/// <param name="RisesTo">Of each segment above, when they come into it because what was taken fades.</param>
/// <param name="NextChangeAt">When segment or grade is next another though nothing happens.</param>
/// <param name="KnownUntil">What is said of the future ends here; null for never.</param>
internal sealed record ModelScoreAnswer(
    string UserId, string PersonId, bool Known, string Model, int ModelVersion, DateTimeOffset At, double Score, string Segment, string? Grade,
    double? Probability, double Fit, double Engagement, double Sum, bool Capped, IReadOnlyList<GroupLineAnswer> Groups,
    IReadOnlyList<SegmentChangeAnswer> FallsBelow, IReadOnlyList<SegmentChangeAnswer> RisesTo, DateTimeOffset? NextChangeAt, DateTimeOffset? KnownUntil,
    IReadOnlyList<ScoreLimitAnswer> Limits)
{
    public static ModelScoreAnswer Of(string userId, string model, ModelScoreReading reading)
    {
        var score = reading.Score;
        return new ModelScoreAnswer(
            userId, reading.PersonId, reading.Known, model, reading.ModelVersion, score.At, ScoreDigits.Show(score.Score), score.Segment.Name(), score.Grade,
            score.Probability, ScoreDigits.Show(score.Fit), ScoreDigits.Show(score.Engagement), ScoreDigits.Show(score.Sum), score.IsCut,
            [.. score.Groups.Select(GroupLineAnswer.Of)], SegmentChangeAnswer.Of(reading.FallsBelow), SegmentChangeAnswer.Of(reading.Rises),
            reading.NextChangeAt, reading.KnownUntil, ScoreLimitAnswer.Of(reading.Limits));
    }
}

namespace PersonalizationEngine.Core.Scoring.Models.Evaluation;

/// <summary>A score by a model at one instant, with its receipt.</summary>
/// <param name="Score">Exact, within the bounds of the model; the segment follows from it.</param>
/// <param name="Sum">Of the groups, before the bounds.</param>
/// <param name="Fit">Groups about who somebody is.</param>
/// <param name="Engagement">Groups about what they did.</param>
/// <param name="Grade">A1 to C3; null when the model gives none.</param>
/// <param name="Probability">Of a conversion, 0 to 1; null when the model was not calibrated.</param>
public sealed record ModelScore(
    DateTimeOffset At, double Score, double Sum, double Fit, double Engagement, LeadSegment Segment, string? Grade, double? Probability,
    IReadOnlyList<GroupLine> Groups)
{
    public bool IsCut => Score != Sum;

    internal static ModelScore Of(LeadModel model, IReadOnlyList<GroupLine> groups, DateTimeOffset at)
    {
        var fit = groups.Where(group => group.Group.Kind == ScoreGroupKind.Fit).Sum(group => group.Counted);
        var engagement = groups.Where(group => group.Group.Kind == ScoreGroupKind.Engagement).Sum(group => group.Counted);
        var sum = groups.Sum(group => group.Counted);
        var score = model.Bounds.Clamp(sum);
        return new ModelScore(
            at, score, sum, fit, engagement, model.SegmentOf(score), model.Grades?.Of(fit, engagement), model.Calibration?.Probability(sum), groups);
    }
}

using PersonalizationEngine.Core.Documents;

namespace PersonalizationEngine.Core.Scoring.Models.Documents;

/// <summary>Reads the field <c>calibration</c>: <c>intercept</c> and <c>slope</c>, or <c>points</c>.</summary>
internal static class CalibrationDocument
{
    private const int MaxSteps = 1000, MaxQualityBytes = 64 * 1024;
    private const double Furthest = 1e6;

    public static ScoreCalibration? Read(DocumentReader reader)
    {
        if (reader.Child("calibration") is not { } child) return null;
        child.RefuseUnknown("intercept", "slope", "points", "trained_at", "quality");
        var slope = child.Number("slope", -Furthest, Furthest);
        var intercept = child.Number("intercept", -Furthest, Furthest, required: slope is not null);
        var points = child.Children("points", 0, MaxSteps);
        var steps = points.Select(Step).OfType<CalibrationStep>().ToList();
        if (slope is null == (points.Count == 0)) child.Fault("slope", "is required with intercept, or points; not both");
        if (!Rises(steps)) child.Fault("points", "must rise in score and not fall in probability");
        var trainedAt = child.Instant("trained_at");
        _ = child.Map("quality", MaxQualityBytes);
        return new ScoreCalibration(intercept ?? 0, slope, steps, trainedAt, child.Raw("quality")?.Clone());
    }

    private static CalibrationStep? Step(DocumentReader reader)
    {
        reader.RefuseUnknown("score", "probability");
        return reader.Number("score", -Furthest, Furthest, required: true) is { } score
            && reader.Number("probability", 0, 1, required: true) is { } probability
            ? new CalibrationStep(score, probability)
            : null;
    }

    private static bool Rises(List<CalibrationStep> steps)
    {
        for (var i = 1; i < steps.Count; i++)
            if (steps[i].Score <= steps[i - 1].Score || steps[i].Probability < steps[i - 1].Probability) return false;
        return true;
    }
}

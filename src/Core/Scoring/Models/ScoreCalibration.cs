using System.Text.Json;

namespace PersonalizationEngine.Core.Scoring.Models;

/// <summary>
/// What a score says of the probability of a conversion, as it was learned from outcomes: by a sigmoid,
/// <c>1 / (1 + exp(-(intercept + slope × sum)))</c>, or by steps. Of the sum of the groups before it is cut to the bounds of the
/// total, so that people beyond them are told apart.
/// </summary>
/// <param name="Slope">Null with steps.</param>
/// <param name="Steps">Rising in score and not falling in probability: the last one at or below the sum counts, and below all the first; empty with a sigmoid.</param>
/// <param name="TrainedAt">Null where it is not told.</param>
/// <param name="Quality">Figures on held-out data, as whoever trained it wrote them; null for none.</param>
public sealed record ScoreCalibration(
    double Intercept, double? Slope, IReadOnlyList<CalibrationStep> Steps, DateTimeOffset? TrainedAt, JsonElement? Quality)
{
    /// <summary>0 to 1.</summary>
    public double Probability(double sum)
    {
        if (Slope is { } slope) return 1 / (1 + Math.Exp(-(Intercept + slope * sum)));
        var probability = Steps[0].Probability;
        foreach (var step in Steps)
        {
            if (step.Score > sum) break;
            probability = step.Probability;
        }

        return probability;
    }
}

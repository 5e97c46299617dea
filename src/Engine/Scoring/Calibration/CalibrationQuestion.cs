using PersonalizationEngine.Core.Scoring.Calibration;
using PersonalizationEngine.Engine.Scoring.Quality;

namespace PersonalizationEngine.Engine.Scoring.Calibration;

/// <summary>What a model is to be learnt from.</summary>
/// <param name="HeldOut">Share of the looks, the latest ones, that the model is judged by and does not see; 0.1 to 0.5.</param>
/// <param name="Attributes">Of the profile, by the names conditions have; points are learnt for their values.</param>
/// <param name="Model">Key of the model that the draft is for, and is compared with; null for the score of the settings.</param>
public sealed record CalibrationQuestion(
    QualityQuestion Looks, double HeldOut, LearningOptions Options, IReadOnlyList<string> Attributes, string? Model)
{
    public const double DefaultHeldOut = 0.3;
}

using PersonalizationEngine.Core.Profiles;

namespace PersonalizationEngine.Core.Scoring.Calibration;

/// <summary>What was known of somebody at an instant, what the live model made of it, and whether they converted afterwards.</summary>
/// <param name="Factors">One value per factor, in the order of the enumeration.</param>
/// <param name="LiveSum">Points of the live model, before they are cut to its bounds where that is known.</param>
public sealed record CalibrationCase(
    string PersonId, DateTimeOffset At, IReadOnlyList<double> Factors, AttributeMap Profile, double LiveSum, LeadSegment LiveSegment, bool Converted);

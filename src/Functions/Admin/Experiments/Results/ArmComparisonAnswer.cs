using System.Text.Json.Serialization;
using PersonalizationEngine.Engine.Experiments.Results;

namespace PersonalizationEngine.Functions.Admin.Experiments.Results;

/// <summary>A variant beside the control.</summary>
/// <param name="Lift">Over the control, as a share of its mean: 0.1 for ten percent more.</param>
/// <param name="FixedHorizon">Right once, at an end settled before the start.</param>
/// <param name="Sequential">Right at every look; its p is the smallest of all days so far.</param>
internal sealed record ArmComparisonAnswer(
    double Lift,
    DifferenceAnswer Difference,
    [property: JsonPropertyName("fixed")] TestAnswer FixedHorizon,
    TestAnswer Sequential,
    BeliefAnswer Bayesian,
    CupedAnswer? Cuped)
{
    public static ArmComparisonAnswer? Of(ArmComparison? comparison, double? exact, double alpha, bool lowerIsBetter) => comparison is null ? null : new(
        comparison.Lift.Value,
        DifferenceAnswer.Of(comparison.Difference, comparison.SequentialDifference, alpha),
        TestAnswer.Of(comparison.Fixed, comparison.Probability, comparison.Corrected.FixedHolm, comparison.Corrected.FixedHochberg),
        TestAnswer.Of(comparison.Sequential, comparison.SequentialProbability, comparison.Corrected.SequentialHolm, comparison.Corrected.SequentialHochberg),
        BeliefAnswer.Of(comparison.Belief, exact, alpha, lowerIsBetter),
        CupedAnswer.Of(comparison.Cuped, alpha));
}

using PersonalizationEngine.Core.Statistics.Comparisons;

namespace PersonalizationEngine.Engine.Experiments.Results;

/// <summary>A variant beside the control, by every method.</summary>
/// <param name="Lift">As a share of the control's mean.</param>
/// <param name="Difference">Of the means, in the metric's own unit.</param>
/// <param name="Probability">Of the fixed-horizon test.</param>
/// <param name="Sequential">The interval of the lift that is right at every look.</param>
/// <param name="SequentialDifference">The same of the difference. Where conversions are rare the two may not agree; a verdict needs both.</param>
/// <param name="SequentialProbability">The larger of lift and difference; of all days so far the smallest of those.</param>
/// <param name="Cuped">Null where nothing is known of people from before, and for clicks.</param>
public sealed record ArmComparison(
    Effect Lift,
    Effect Difference,
    Interval Fixed,
    double Probability,
    Interval Sequential,
    Interval SequentialDifference,
    double SequentialProbability,
    BayesianLift Belief,
    Cuped? Cuped)
{
    /// <summary>The same probabilities, corrected for how many comparisons there are in the experiment.</summary>
    public CorrectedProbabilities Corrected { get; init; } = CorrectedProbabilities.None;
}

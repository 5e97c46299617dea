using PersonalizationEngine.Core.Experiments.Measures;

namespace PersonalizationEngine.Engine.Experiments.Planning;

/// <summary>An experiment that is thought of.</summary>
/// <param name="Baseline">The metric's mean without it, above 0; null to measure it.</param>
/// <param name="Deviation">The standard deviation of one person's value, with a baseline of a metric that is no conversion.</param>
/// <param name="DailyPeople">New people a day; null to measure them.</param>
/// <param name="MinEffect">The smallest change that shall be found, as a share of the baseline; below 0 for a drop.</param>
/// <param name="Variants">The control among them.</param>
/// <param name="Traffic">The share of people in the experiment, above 0, at most 1.</param>
/// <param name="Alpha">How often something may be found that is not there, over all variants together.</param>
/// <param name="Power">How often what is there shall be found.</param>
public sealed record PlanQuestion(
    ExperimentMetric Metric, double? Baseline, double? Deviation, double? DailyPeople, double MinEffect, int Variants, double Traffic, double Alpha, double Power)
{
    /// <summary>Per comparison with the control, so that all together keep to it (Bonferroni).</summary>
    public double AlphaEach => Alpha / (Variants - 1);
}

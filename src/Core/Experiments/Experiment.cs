using PersonalizationEngine.Core.Experiments.Allocation;
using PersonalizationEngine.Core.Experiments.Measures;
using PersonalizationEngine.Core.Rules;

namespace PersonalizationEngine.Core.Experiments;

/// <summary>An A/B test as its owner defines it.</summary>
/// <param name="Key">Unique among experiments; what rules and answers name.</param>
/// <param name="TrafficAllocation">Share of targeted people in the experiment (its coverage), 0 to 1.</param>
/// <param name="Seed">Salt of the bucketing, fixed from the first start on.</param>
/// <param name="HashVersion">Version of <see cref="Bucketing"/>.</param>
/// <param name="Targeting">Who can be in it; null means everybody.</param>
/// <param name="StartsAt">Inclusive.</param>
/// <param name="EndsAt">Exclusive.</param>
public sealed record Experiment(
    long Id,
    string Key,
    string Name,
    string? Description,
    ExperimentStatus Status,
    IReadOnlyList<Variant> Variants,
    double TrafficAllocation,
    string Seed,
    int HashVersion,
    ConditionSource? Targeting,
    DateTimeOffset? StartsAt,
    DateTimeOffset? EndsAt)
{
    /// <summary>What it is judged by; by default what every experiment can be judged by.</summary>
    public ExperimentMeasures Measures { get; init; } = ExperimentMeasures.None;

    public ExperimentDesign Design { get; init; } = ExperimentDesign.Plain;
}

using PersonalizationEngine.Core.Statistics.Comparisons;

namespace PersonalizationEngine.Engine.Experiments.Results;

/// <summary>One variant at the end of a day, everything since the start counted.</summary>
/// <param name="Total">The sum of the values: people converted, money, clicks, events.</param>
/// <param name="Trials">Impressions, where clicks are counted.</param>
/// <param name="Active">People with a value other than 0.</param>
public readonly record struct ArmDay(Sample Sample, double Total, double Trials, long Active);

namespace PersonalizationEngine.Engine.Experiments.Planning;

/// <param name="FalsePositives">The share of runs with p below 5 %.</param>
/// <param name="UniformityP">The probability of p-values as uneven as these (Kolmogorov and Smirnov); rare conversions are uneven by nature.</param>
/// <param name="IsSound">Not much above 5 %; null where too few did anything for the test to be right.</param>
public sealed record RehearsedMetric(string Key, double Mean, double FalsePositives, double UniformityP, bool? IsSound);

namespace PersonalizationEngine.Functions.Admin.Experiments.Planning;

/// <param name="FalsePositives">The share of runs in which it found a difference with p below 5 %, where there was none.</param>
/// <param name="UniformityP">The probability of p-values as unevenly spread as these; rare events make them uneven by nature.</param>
/// <param name="Sound">Null where too few did anything to tell.</param>
internal sealed record RehearsedMetricAnswer(string Key, double Mean, double FalsePositives, double UniformityP, bool? Sound);

namespace PersonalizationEngine.Core.Experiments.Allocation;

/// <summary>The variant somebody was served first, which they keep whatever becomes of coverage, weights and targeting.</summary>
/// <param name="BucketVersion">Of the experiment when it was served; with a new version people are spread anew.</param>
public sealed record KeptAssignment(long ExperimentId, int BucketVersion, string Variant);

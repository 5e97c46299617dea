namespace PersonalizationEngine.Core.Experiments.Allocation;

/// <summary>
/// Deterministic bucketing as GrowthBook defines it, so that an existing GrowthBook SDK agrees. Version 2 is ours; version 1
/// ties experiments together (correlated assignments) and is kept for interop only.
/// </summary>
public static class Bucketing
{
    /// <inheritdoc cref="BucketSeed.BucketOf"/>
    /// <returns>A bucket in [0, 1), or null for a version that does not exist.</returns>
    public static double? Hash(string seed, string value, int version) =>
        new BucketSeed(seed, version).BucketOf(value) is var bucket && double.IsNaN(bucket) ? null : bucket;
}

namespace PersonalizationEngine.Core.Experiments.Allocation;

/// <summary>
/// GrowthBook's older way to exclude experiments from one another: a part [Start, End) of a line of 1,000 buckets, hashed by
/// version 1. Kept for experiments that come from there; a <see cref="BucketFilter"/> does the same with the better hash.
/// </summary>
public readonly record struct NamespaceShare(string Id, double Start, double End)
{
    public bool Contains(string value) => new BucketRange(Start, End).Contains(new BucketSeed("__" + Id, 1).BucketOf(value));
}

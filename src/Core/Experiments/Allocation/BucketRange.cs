namespace PersonalizationEngine.Core.Experiments.Allocation;

/// <summary>A half-open part [start, end) of the buckets [0, 1).</summary>
public readonly record struct BucketRange(double Start, double End)
{
    public bool Contains(double bucket) => bucket >= Start && bucket < End;
}

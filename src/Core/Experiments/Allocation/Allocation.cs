namespace PersonalizationEngine.Core.Experiments.Allocation;

/// <summary>Where somebody came to be.</summary>
/// <param name="Variant">Index of the variant; 0 for those outside.</param>
/// <param name="Bucket">In [0, 1); null when nothing was hashed.</param>
/// <param name="HashAttribute">The attribute that was hashed, or would have been.</param>
public readonly record struct Allocation(int Variant, AssignmentReason Reason, double? Bucket, string HashAttribute)
{
    /// <summary>The person was spread by hash, now or when they came in: serving the variant is an exposure that counts.</summary>
    public bool Counts => Reason is AssignmentReason.Allocated or AssignmentReason.Kept;

    /// <summary>The variant is to be served, whether it counts or not.</summary>
    public bool IsServed => Counts || Reason is AssignmentReason.Forced or AssignmentReason.Released;
}

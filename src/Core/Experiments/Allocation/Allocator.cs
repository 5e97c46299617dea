using System.Runtime.CompilerServices;

namespace PersonalizationEngine.Core.Experiments.Allocation;

/// <summary>
/// Decides by a plan who gets which variant, in the order of GrowthBook's specification 0.8.0: what somebody was served before
/// comes before filters, targeting and coverage, so that changing those moves nobody. Immutable, thread-safe, never throws.
/// </summary>
public sealed class Allocator(AllocationPlan plan)
{
    private readonly BucketSeed _seed = new(plan.Seed, plan.HashVersion);
    private readonly BucketRange[] _ranges = [.. plan.Ranges];
    private readonly BucketFilter[] _filters = [.. plan.Filters];

    public AllocationPlan Plan => plan;

    /// <summary>The variant of a person by hash alone, or -1: as <see cref="Allocate"/> for a plan without any condition.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public int Spread(ReadOnlySpan<char> value) => BucketRanges.Choose(_seed.BucketOf(value), _ranges);

    /// <summary>The same for many people at once; allocates nothing.</summary>
    /// <param name="variants">At least as long as the ids; gets the variant of each, or -1.</param>
    public void Spread(ReadOnlySpan<string> values, Span<int> variants)
    {
        Span<double> buckets = stackalloc double[BucketLanes.Count];
        var next = 0;
        for (; next + BucketLanes.Count <= values.Length; next += BucketLanes.Count)
        {
            _seed.BucketsOf(values.Slice(next, BucketLanes.Count), buckets);
            for (var i = 0; i < BucketLanes.Count; i++) variants[next + i] = BucketRanges.Choose(buckets[i], _ranges);
        }

        for (; next < values.Length; next++) variants[next] = Spread(values[next]);
    }

    /// <param name="prerequisitesAreMet">Asked at most once, and of nobody who was served before.</param>
    public Allocation Allocate(in Applicant applicant, Func<bool>? prerequisitesAreMet = null)
    {
        var (attribute, value) = (plan.HashAttribute, applicant.Value(plan.HashAttribute));
        if (value is null && plan is { IsSticky: true, FallbackAttribute: { } fallback }) (attribute, value) = (fallback, applicant.Value(fallback));
        if (value is null || plan.Variants.Count < 2) return new Allocation(0, AssignmentReason.NoHashValue, null, attribute);

        var kept = FindKept(applicant.Kept, out var isRetired);
        if (kept < 0 && WhyNot(applicant, value, prerequisitesAreMet) is { } reason) return new Allocation(0, reason, null, attribute);

        var bucket = _seed.BucketOf(value);
        if (double.IsNaN(bucket)) return new Allocation(0, AssignmentReason.NoHashValue, null, attribute);
        var variant = kept >= 0 ? kept : BucketRanges.Choose(bucket, _ranges);
        if (isRetired) return new Allocation(0, AssignmentReason.Retired, bucket, attribute);
        if (variant < 0) return new Allocation(0, AssignmentReason.NotAllocated, bucket, attribute);
        if (plan.Released is { } released)
        {
            return released >= 0 && released < plan.Variants.Count
                ? new Allocation(released, AssignmentReason.Released, bucket, attribute)
                : new Allocation(0, AssignmentReason.NotRunning, bucket, attribute);
        }

        return applicant.IsTester
            ? new Allocation(0, AssignmentReason.Tester, bucket, attribute)
            : new Allocation(variant, kept >= 0 ? AssignmentReason.Kept : AssignmentReason.Allocated, bucket, attribute);
    }

    private AssignmentReason? WhyNot(in Applicant applicant, string value, Func<bool>? prerequisitesAreMet)
    {
        foreach (var filter in _filters)
            if (!filter.LetsIn(applicant)) return AssignmentReason.FilteredOut;
        if (_filters.Length == 0 && plan.Namespace is { } share && !share.Contains(value)) return AssignmentReason.FilteredOut;
        if (plan.Targets is { } targets && !targets(applicant.Attributes)) return AssignmentReason.NotTargeted;
        return prerequisitesAreMet?.Invoke() is false ? AssignmentReason.PrerequisiteNotMet : null;
    }

    /// <summary>The index of the variant the person was served in this version, or -1.</summary>
    private int FindKept(IReadOnlyList<KeptAssignment>? kept, out bool isRetired)
    {
        isRetired = false;
        if (kept is null || !plan.IsSticky) return -1;
        var found = -1;
        for (var i = 0; i < kept.Count; i++)
        {
            if (kept[i].ExperimentId != plan.ExperimentId) continue;
            if (kept[i].BucketVersion < plan.MinBucketVersion) isRetired = true;
            else if (found < 0 && kept[i].BucketVersion == plan.BucketVersion) found = IndexOf(kept[i].Variant);
        }

        return isRetired ? -1 : found;
    }

    private int IndexOf(string variant)
    {
        for (var i = 0; i < plan.Variants.Count; i++)
            if (plan.Variants[i] == variant) return i;
        return -1;
    }
}

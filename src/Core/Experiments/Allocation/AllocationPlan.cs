using PersonalizationEngine.Core.Rules.Conditions;

namespace PersonalizationEngine.Core.Experiments.Allocation;

/// <summary>All that decides who gets which variant of an experiment; what <see cref="Allocator"/> works by.</summary>
public sealed record AllocationPlan
{
    public long ExperimentId { get; init; }

    /// <summary>Keys of the variants; with fewer than two nobody is in the experiment.</summary>
    public required IReadOnlyList<string> Variants { get; init; }

    /// <summary>One of each variant, in their order.</summary>
    public required IReadOnlyList<BucketRange> Ranges { get; init; }

    public required string Seed { get; init; }

    public int HashVersion { get; init; } = 2;

    public string HashAttribute { get; init; } = Applicant.IdAttribute;

    /// <summary>Hashed for those who lack the hash attribute.</summary>
    public string? FallbackAttribute { get; init; }

    public IReadOnlyList<BucketFilter> Filters { get; init; } = [];

    /// <summary>Passed over where there are filters.</summary>
    public NamespaceShare? Namespace { get; init; }

    public ConditionPredicate? Targets { get; init; }

    /// <summary>Whether people keep what they were served first.</summary>
    public bool IsSticky { get; init; } = true;

    public int BucketVersion { get; init; }

    /// <summary>Who was served in a version below is out of the experiment.</summary>
    public int MinBucketVersion { get; init; }

    /// <summary>Everybody in the experiment gets this variant, uncounted; one that does not exist closes the experiment.</summary>
    public int? Released { get; init; }
}

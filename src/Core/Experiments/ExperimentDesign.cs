using PersonalizationEngine.Core.Experiments.Allocation;

namespace PersonalizationEngine.Core.Experiments;

/// <summary>How an experiment chooses its people, beyond coverage, weights and targeting; most have the plain one.</summary>
public sealed record ExperimentDesign
{
    public static ExperimentDesign Plain { get; } = new();

    public ExperimentKind Kind { get; init; }

    /// <summary>What is hashed. Default the person's id; a company's gives all of its people one variant.</summary>
    public string HashAttribute { get; init; } = Applicant.IdAttribute;

    /// <summary>What is hashed for those without the hash attribute; null leaves them out.</summary>
    public string? FallbackAttribute { get; init; }

    /// <summary>All must let a person in.</summary>
    public IReadOnlyList<BucketFilter> Filters { get; init; } = [];

    /// <summary>Passed over where there are filters.</summary>
    public NamespaceShare? Namespace { get; init; }

    /// <summary>All must be met.</summary>
    public IReadOnlyList<Prerequisite> Prerequisites { get; init; } = [];

    /// <summary>Testers' variants by person id.</summary>
    public IReadOnlyDictionary<string, string> Forced { get; init; } = new Dictionary<string, string>();

    /// <summary>Whether people keep the variant they were served first. Default: they do.</summary>
    public bool IsSticky { get; init; } = true;

    /// <summary>From 0; a new version spreads everybody anew.</summary>
    public int BucketVersion { get; init; }

    /// <summary>Who was served in a version below is out. From 0 to the bucket version.</summary>
    public int MinBucketVersion { get; init; }

    /// <summary>Whether the people of the global holdout are in it all the same.</summary>
    public bool IgnoresHoldout { get; init; }

    /// <summary>Everybody in the experiment gets this variant and nothing counts any more; null while the test goes on.</summary>
    public string? Released { get; init; }
}

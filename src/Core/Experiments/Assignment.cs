namespace PersonalizationEngine.Core.Experiments;

/// <summary>One person's place in one experiment.</summary>
/// <param name="Variant">The variant to serve; the first one, by convention the control, for people outside.</param>
/// <param name="InExperiment">Whether serving it is an exposure that counts: never what a tester was forced into.</param>
/// <param name="Bucket">In [0, 1); null when the person was turned away before bucketing.</param>
public sealed record Assignment(
    Experiment Experiment, Variant Variant, int VariantIndex, bool InExperiment, AssignmentReason Reason, double? Bucket)
{
    private static readonly string[] ReasonNames =
    [
        "allocated", "not_running", "outside_dates", "not_targeted", "not_allocated", "kept", "forced", "released", "held_out", "filtered_out",
        "prerequisite_not_met", "no_hash_value", "retired", "tester",
    ];

    /// <summary>The variant is to be served, whether that counts or not; what rules see.</summary>
    public bool IsServed => InExperiment || Reason is AssignmentReason.Forced or AssignmentReason.Released;

    public string ReasonName => ReasonNames[(int)Reason];
}

using PersonalizationEngine.Core.Experiments;

namespace PersonalizationEngine.Core.Decisions.Receipts;

/// <param name="Bucket">In [0, 1); null when the person was turned away before bucketing.</param>
/// <param name="Reason">As <see cref="Assignment.ReasonName"/>.</param>
public sealed record DecidedExperiment(long Id, string Key, string Variant, bool InExperiment, string Reason, double? Bucket)
{
    public static DecidedExperiment Of(Assignment assignment) => new(
        assignment.Experiment.Id, assignment.Experiment.Key, assignment.Variant.Key, assignment.InExperiment, assignment.ReasonName, assignment.Bucket);
}

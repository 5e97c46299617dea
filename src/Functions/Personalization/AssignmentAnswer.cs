using PersonalizationEngine.Core.Experiments;

namespace PersonalizationEngine.Functions.Personalization;

/// <param name="Variant">The variant to serve; outside the experiment its first one.</param>
/// <param name="Reason"><c>allocated</c>, <c>not_allocated</c>, <c>not_targeted</c>, <c>outside_dates</c> or <c>not_running</c>.</param>
internal sealed record AssignmentAnswer(string Experiment, string Variant, bool InExperiment, string Reason)
{
    public static AssignmentAnswer Of(Assignment assignment) =>
        new(assignment.Experiment.Key, assignment.Variant.Key, assignment.InExperiment, assignment.ReasonName);
}

using PersonalizationEngine.Core.Experiments;

namespace PersonalizationEngine.Functions.Personalization;

/// <summary>Where somebody stands in an experiment.</summary>
/// <param name="Variant">The variant to serve; outside the experiment its first one.</param>
/// <param name="InExperiment">Whether being served it counts.</param>
/// <param name="Reason">
/// <c>allocated</c>, <c>kept</c>, <c>forced</c>, <c>released</c>, <c>not_allocated</c>, <c>not_targeted</c>, <c>filtered_out</c>,
/// <c>prerequisite_not_met</c>, <c>held_out</c>, <c>no_hash_value</c>, <c>retired</c>, <c>tester</c>, <c>outside_dates</c> or <c>not_running</c>.
/// </param>
internal sealed record AssignmentAnswer(string Experiment, string Variant, bool InExperiment, string Reason)
{
    public static AssignmentAnswer Of(Assignment assignment) =>
        new(assignment.Experiment.Key, assignment.Variant.Key, assignment.InExperiment, assignment.ReasonName);
}

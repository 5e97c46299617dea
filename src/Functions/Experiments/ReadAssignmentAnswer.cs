using PersonalizationEngine.Core.Experiments;
using PersonalizationEngine.Core.Profiles.Consent;

namespace PersonalizationEngine.Functions.Experiments;

/// <param name="Variant">The variant to serve; outside the experiment its first one.</param>
/// <param name="Reason">As answers of <c>personalize</c> have it.</param>
/// <param name="Bucket">In [0, 1); null where nothing was hashed.</param>
internal sealed record ReadAssignmentAnswer(
    string Experiment, string UserId, string Variant, int VariantIndex, bool InExperiment, string Reason, double? Bucket, int BucketVersion,
    IReadOnlyList<string> UnusedInputs)
{
    public static ReadAssignmentAnswer Of(string userId, Assignment assignment, Permissions permissions) => new(
        assignment.Experiment.Key, userId, assignment.Variant.Key, assignment.VariantIndex, assignment.InExperiment, assignment.ReasonName,
        assignment.Bucket, assignment.Experiment.Design.BucketVersion,
        Core.Profiles.Consent.UnusedInputs.OfDecisions(permissions));
}

using PersonalizationEngine.Core.Experiments;
using PersonalizationEngine.Core.Profiles.Consent;

namespace PersonalizationEngine.Engine.Experiments;

/// <param name="Permissions">What may be done with the person's data; without consent they stand where a stranger of their id would.</param>
public sealed record FoundAssignments(IReadOnlyList<Assignment> Assignments, Permissions Permissions)
{
    /// <summary>Of one experiment alone.</summary>
    public FoundAssignments Of(string experiment) =>
        this with { Assignments = [.. Assignments.Where(one => one.Experiment.Key == experiment)] };
}

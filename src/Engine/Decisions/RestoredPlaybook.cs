using PersonalizationEngine.Core.Decisions;

namespace PersonalizationEngine.Engine.Decisions;

/// <summary>A playbook as it was.</summary>
/// <param name="Lost">What of it could not be had again, a sentence each; empty when it is whole.</param>
public sealed record RestoredPlaybook(Playbook Playbook, IReadOnlyList<string> Lost);

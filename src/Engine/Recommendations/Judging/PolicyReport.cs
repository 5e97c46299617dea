using PersonalizationEngine.Core.Recommendations.Evaluation.Logged;

namespace PersonalizationEngine.Engine.Recommendations.Judging;

/// <param name="Value">Null when nothing was shown.</param>
/// <param name="ReasonAgainst">Why its estimates are not to be given; null when they are.</param>
public sealed record PolicyReport(string Policy, PolicyValue? Value, string? ReasonAgainst);

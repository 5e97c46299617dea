using PersonalizationEngine.Core.Recommendations.Blending;

namespace PersonalizationEngine.Core.Recommendations.Evaluation.OwnData;

/// <param name="Part">The part of the blend that answered alone; null for the whole, as it is served.</param>
/// <param name="Bands">By length of history; those without people are left out.</param>
public sealed record ContenderReport(BlendPart? Part, GroupFigures Everybody, IReadOnlyList<GroupFigures> Bands);

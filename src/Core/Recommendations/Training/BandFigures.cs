using PersonalizationEngine.Core.Recommendations.Blending;

namespace PersonalizationEngine.Core.Recommendations.Training;

/// <summary>How well each part alone and the blend went on with held-out histories of one band.</summary>
/// <param name="FromItems">The band: histories of at least so many items, up to the next band.</param>
/// <param name="Cases">How many beginnings of histories were judged.</param>
/// <param name="Shares">What was chosen; null when there were too few cases to choose by.</param>
/// <param name="NdcgByPart">Mean nDCG@10 of each part alone, of those that were there to be tried.</param>
/// <param name="BlendNdcg">
/// Mean nDCG@10 of the blend, its shares chosen on one half of the people and judged on the other, both ways; null without a choice.
/// </param>
public sealed record BandFigures(
    int FromItems, int Cases, BlendShares? Shares, IReadOnlyDictionary<BlendPart, double> NdcgByPart, double? BlendNdcg);

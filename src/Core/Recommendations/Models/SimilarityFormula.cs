namespace PersonalizationEngine.Core.Recommendations.Models;

/// <summary>The formulas of <see cref="ItemSimilarity"/>.</summary>
internal static class SimilarityFormula
{
    /// <param name="product">Of the two columns.</param>
    /// <param name="target">The square of the column of the item that is scored.</param>
    /// <param name="source">The square of the column of the item of the profile.</param>
    public static float Of(ItemSimilarity similarity, float product, float target, float source, float shrinkage) =>
        similarity switch
        {
            ItemSimilarity.Cosine => product / (MathF.Sqrt(target * source) + shrinkage),
            ItemSimilarity.Jaccard => product / (target + source - product + shrinkage),
            ItemSimilarity.Lift => product / ((target * source) + shrinkage),
            ItemSimilarity.Conditional => product / (source + shrinkage),
            ItemSimilarity.Counts => product,
            _ => throw new ArgumentOutOfRangeException(nameof(similarity), similarity, "unknown similarity"),
        };
}

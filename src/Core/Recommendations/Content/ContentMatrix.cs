using PersonalizationEngine.Core.Recommendations.Models;

namespace PersonalizationEngine.Core.Recommendations.Content;

/// <summary>What the catalogue says of items: for each the categories, tags and words it carries. Immutable.</summary>
public sealed class ContentMatrix
{
    /// <param name="rows">For each item its features, each with what it tells.</param>
    internal ContentMatrix(SparseRows rows, int featureCount) => (Rows, FeatureCount) = (rows, featureCount);

    /// <summary>One above the highest item number; items without an entry are counted too.</summary>
    public int ItemCount => Rows.Count;

    /// <summary>How many different categories, tags and words there are.</summary>
    public int FeatureCount { get; }

    internal SparseRows Rows { get; }
}

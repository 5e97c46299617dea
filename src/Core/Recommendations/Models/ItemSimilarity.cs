namespace PersonalizationEngine.Core.Recommendations.Models;

/// <summary>
/// How alike two items are, from the product of their columns p and each column's own product with itself, a and b. In a
/// matrix of plain ones p counts the people who met both, a and b those who met either one.
/// </summary>
public enum ItemSimilarity
{
    /// <summary>p / (sqrt(a b) + shrinkage).</summary>
    Cosine,

    /// <summary>p / (a + b - p + shrinkage): the share of people who met both.</summary>
    Jaccard,

    /// <summary>p / (a b + shrinkage): how much oftener than by chance; favours rare items.</summary>
    Lift,

    /// <summary>p / (a + shrinkage), a being the item of the profile: how likely the other one is beside it.</summary>
    Conditional,

    /// <summary>p.</summary>
    Counts,
}

namespace PersonalizationEngine.Core.Recommendations.Models;

/// <summary>Microsoft's Simple Algorithm for Recommendation. The defaults are those of its published figures.</summary>
public sealed record SarSettings
{
    /// <summary>Default Jaccard.</summary>
    public ItemSimilarity Similarity { get; init; } = ItemSimilarity.Jaccard;

    /// <summary>Pairs that fewer people met both of do not count; from 1. Default 1.</summary>
    public int Threshold { get; init; } = 1;

    /// <summary>
    /// How many weights each item keeps beside the one for itself; from 1. Default all, which with n items can be n * n * 8
    /// bytes.
    /// </summary>
    public int MostPerItem { get; init; } = int.MaxValue;
}

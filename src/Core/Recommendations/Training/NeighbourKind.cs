namespace PersonalizationEngine.Core.Recommendations.Training;

/// <summary>Which model weighs pairs of items by themselves.</summary>
public enum NeighbourKind
{
    /// <summary>Cosine over TF-IDF weighted histories.</summary>
    ItemKnn,

    /// <summary>A random walk over people, with popular ends counting less.</summary>
    Rp3Beta,
}

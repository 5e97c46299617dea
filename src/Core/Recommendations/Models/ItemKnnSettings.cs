namespace PersonalizationEngine.Core.Recommendations.Models;

/// <summary>Which items are alike, and how many of them count. The defaults are the recommender's own.</summary>
public sealed record ItemKnnSettings
{
    /// <summary>Default TF-IDF.</summary>
    public MatrixWeighting Weighting { get; init; } = MatrixWeighting.TfIdf;

    /// <summary>Default cosine.</summary>
    public ItemSimilarity Similarity { get; init; } = ItemSimilarity.Cosine;

    /// <summary>Added below the fraction, so that pairs seen once do not look alike; from 0. Default 20.</summary>
    public double Shrinkage { get; init; } = 20;

    /// <summary>How many items, the most alike, each item is scored by; from 1. Default 100.</summary>
    public int Neighbours { get; init; } = 100;

    /// <summary>
    /// Whether an item's similarities are divided by their sum, which lifts items that are like few. Default no.
    /// </summary>
    public bool Normalise { get; init; }

    /// <summary>The part of a recommender's settings that item-kNN reads.</summary>
    public static ItemKnnSettings Of(RecommenderSettings settings) =>
        new() { Shrinkage = settings.Shrinkage, Neighbours = settings.NeighboursPerItem };
}

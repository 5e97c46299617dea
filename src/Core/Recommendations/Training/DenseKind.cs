namespace PersonalizationEngine.Core.Recommendations.Training;

/// <summary>Which model weighs all pairs of items together.</summary>
public enum DenseKind
{
    /// <summary>EASE over the items that were met most.</summary>
    Ease,

    /// <summary>Factors by alternating least squares, for catalogues that are too large for EASE.</summary>
    Factors,
}

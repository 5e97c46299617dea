namespace PersonalizationEngine.Core.Recommendations.Models;

/// <summary>How much a meeting of person and item tells, from its event weight w, before items are compared.</summary>
public enum MatrixWeighting
{
    /// <summary>sqrt(w), so that the products of two are weights again.</summary>
    None,

    /// <summary>
    /// sqrt(w) * ln(items / (1 + history length)), the logarithm at least ln 2: who met everything tells little.
    /// </summary>
    TfIdf,

    /// <summary>
    /// Okapi BM25: as TF-IDF, with w (K + 1) / (w + K (1 - B + B * audience of the item / mean audience)) in place of the
    /// root, K = 1.2 and B = 0.75, so that one meeting with a popular item tells less.
    /// </summary>
    Bm25,
}

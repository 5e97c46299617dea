using PersonalizationEngine.Core.Recommendations.Blending;

namespace PersonalizationEngine.Core.Recommendations.Training;

/// <summary>What a hold-out chose. Models trained later on more of the same data keep to it until the data has grown a good deal.</summary>
/// <param name="Lambda">Of EASE, whether it was chosen or not.</param>
/// <param name="Plan">The blend.</param>
/// <param name="Bands">The figures behind the blend.</param>
/// <param name="HeldOutPeople">How many people were set aside.</param>
/// <param name="Pairs">How many pairs of person and item there were to choose by.</param>
public sealed record ModelChoice(
    DenseKind Dense,
    double Lambda,
    NeighbourKind Neighbours,
    BlendPlan Plan,
    IReadOnlyList<BandFigures> Bands,
    int HeldOutPeople,
    int Pairs);

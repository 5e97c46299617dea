namespace PersonalizationEngine.Core.Recommendations.Models;

/// <summary>
/// Scores are the profile times a matrix: what an item says of another is one signed weight. EASE, RP3beta, SAR and item-kNN
/// all end as such a matrix and differ in how they learn it.
/// </summary>
public sealed class LinearItemModel : IItemModel, IItemNeighbours
{
    /// <param name="weights">For each item of a profile, what it says of others.</param>
    internal LinearItemModel(SparseRows weights) => Weights = weights;

    /// <summary>How many weights are kept.</summary>
    public int WeightCount => Weights.CellCount;

    internal SparseRows Weights { get; }

    /// <inheritdoc/>
    public void Score(ReadOnlySpan<WeightedItem> profile, ScoreBuffer scores)
    {
        foreach (var (item, weight) in profile) scores.AddScaled(Weights.Columns(item), Weights.Values(item), weight);
    }

    /// <inheritdoc/>
    public void Explain(ReadOnlySpan<WeightedItem> profile, int target, Span<float> contributions)
    {
        for (var index = 0; index < profile.Length; index++)
        {
            var (item, weight) = profile[index];
            var place = Weights.Columns(item).IndexOf(target);
            contributions[index] = place < 0 ? 0 : weight * Weights.Values(item)[place];
        }
    }

    /// <inheritdoc/>
    public void AddNeighbours(int item, float weight, ScoreBuffer scores) =>
        scores.AddScaled(Weights.Columns(item), Weights.Values(item), weight);
}

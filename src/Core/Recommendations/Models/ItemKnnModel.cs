namespace PersonalizationEngine.Core.Recommendations.Models;

/// <summary>Item-based collaborative filtering: the score of an item is the sum of its similarities to the profile.</summary>
public sealed class ItemKnnModel : IItemModel, IItemNeighbours
{
    private readonly SparseRows _neighbours;
    private readonly SparseRows _targets;

    /// <param name="neighbours">For each item the items most like it, with their similarity.</param>
    /// <param name="itemCount">One above the highest item number.</param>
    internal ItemKnnModel(SparseRows neighbours, int itemCount)
    {
        _neighbours = neighbours;
        _targets = neighbours.Transpose(itemCount);
    }

    /// <summary>For each item the items most like it.</summary>
    internal LinearItemModel ByTarget => new(_neighbours);

    /// <summary>How many pairs of alike items are kept.</summary>
    public int PairCount => _neighbours.CellCount;

    /// <inheritdoc/>
    public void Score(ReadOnlySpan<WeightedItem> profile, ScoreBuffer scores)
    {
        foreach (var (item, weight) in profile) scores.AddScaled(_targets.Columns(item), _targets.Values(item), weight);
    }

    /// <inheritdoc/>
    public void Explain(ReadOnlySpan<WeightedItem> profile, int target, Span<float> contributions)
    {
        var neighbours = _neighbours.Columns(target);
        var similarities = _neighbours.Values(target);
        for (var index = 0; index < profile.Length; index++)
        {
            var place = neighbours.IndexOf(profile[index].Item);
            contributions[index] = place < 0 ? 0 : profile[index].Weight * similarities[place];
        }
    }

    /// <inheritdoc/>
    public void AddNeighbours(int item, float weight, ScoreBuffer scores) =>
        scores.AddScaled(_neighbours.Columns(item), _neighbours.Values(item), weight);
}

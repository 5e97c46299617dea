namespace PersonalizationEngine.Core.Recommendations.Models;

/// <summary>What many met, whoever asks. No item of a profile is its cause, so it explains nothing.</summary>
public sealed class PopularityModel : IItemModel
{
    private readonly int[] _items;
    private readonly float[] _counts;

    /// <param name="counts">By item number; 0 for items nobody met.</param>
    internal PopularityModel(float[] counts)
    {
        _items = [.. Enumerable.Range(0, counts.Length).Where(item => counts[item] > 0)];
        _counts = [.. _items.Select(item => counts[item])];
    }

    /// <inheritdoc/>
    public void Score(ReadOnlySpan<WeightedItem> profile, ScoreBuffer scores) => scores.AddScaled(_items, _counts, 1);

    /// <inheritdoc/>
    public void Explain(ReadOnlySpan<WeightedItem> profile, int target, Span<float> contributions) =>
        contributions[..profile.Length].Clear();
}

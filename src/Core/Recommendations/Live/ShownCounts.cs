namespace PersonalizationEngine.Core.Recommendations.Live;

/// <summary>How often each item was shown as a recommendation, and clicked.</summary>
internal sealed class ShownCounts
{
    private (int Impressions, int Clicks)[] _counts = [];

    public (int Impressions, int Clicks) Of(int item) => item < _counts.Length ? _counts[item] : default;

    public void Add(int item, int impressions, int clicks)
    {
        if (item >= _counts.Length) Array.Resize(ref _counts, Math.Max(item + 1, _counts.Length * 2));
        ref var count = ref _counts[item];
        count = (count.Impressions + impressions, count.Clicks + clicks);
    }
}

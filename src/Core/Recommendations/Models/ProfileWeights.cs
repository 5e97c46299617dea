namespace PersonalizationEngine.Core.Recommendations.Models;

/// <summary>What each item of a history counts when models are asked: the root of its weight, faded by its place.</summary>
internal static class ProfileWeights
{
    // What weighs less than a thousandth of the newest item changes no order but costs time.
    private const double Negligible = 0.001;

    /// <param name="items">Oldest first.</param>
    /// <param name="decay">The weight at place p, newest first, is times this to the power p.</param>
    /// <param name="profile">Receives the items, newest first.</param>
    public static void Fill(ReadOnlySpan<int> items, ReadOnlySpan<float> weights, double decay, List<WeightedItem> profile)
    {
        profile.Clear();
        var faded = 1.0;
        for (var index = items.Length - 1; index >= 0 && faded > Negligible; index--)
        {
            profile.Add(new WeightedItem(items[index], (float)(Math.Sqrt(weights[index]) * faded)));
            faded *= decay;
        }
    }
}

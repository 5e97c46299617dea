namespace PersonalizationEngine.Core.Recommendations.Models;

/// <summary>Sums the weights each item was met with. The recommender counts live; this one is for comparisons.</summary>
/// <param name="halfLife">After this time before the newest event a weight counts half; null counts all alike.</param>
public sealed class PopularityTrainer(TimeSpan? halfLife = null)
{
    /// <summary>Pure and deterministic.</summary>
    public PopularityModel Train(InteractionMatrix matrix)
    {
        var newest = 0;
        for (var person = 0; person < matrix.PersonCount; person++)
            if (matrix.MinutesOf(person) is [.., var last]) newest = Math.Max(newest, last);

        var counts = new float[matrix.ItemCount];
        for (var person = 0; person < matrix.PersonCount; person++)
        {
            var items = matrix.ItemsOf(person);
            var weights = matrix.WeightsOf(person);
            var minutes = matrix.MinutesOf(person);
            for (var index = 0; index < items.Length; index++)
            {
                counts[items[index]] += halfLife is { } half
                    ? Affinity.Of(weights[index], minutes[index], newest, half)
                    : weights[index];
            }
        }

        return new PopularityModel(counts);
    }
}

using PersonalizationEngine.Core.Recommendations.Models;

namespace PersonalizationEngine.Core.Recommendations.Content;

/// <summary>
/// Cosine between items over inverse item frequencies of categories, tags and words: a model that knows items nobody met.
/// </summary>
/// <param name="cores">How many threads may work; with 1 only the calling one does.</param>
public sealed class ContentTrainer(ContentSettings settings, int cores = 1)
{
    /// <summary>Pure and deterministic.</summary>
    public LinearItemModel Train(ContentMatrix content)
    {
        var items = content.Rows.DividedByLengths();
        var carriers = items.Transpose(content.FeatureCount).WithoutRowsLongerThan(settings.MostCarriers);
        var weights = RowProducts.Multiply(items, carriers, content.ItemCount, cores, (item, cosines, selector, kept) =>
        {
            selector.Begin(settings.Neighbours);
            foreach (var other in cosines.Touched)
                if (other != item && cosines[other] > 0) selector.Offer(other, cosines[other]);
            foreach (var (other, cosine) in selector.Drain()) kept.Add(other, cosine);
        });
        return new LinearItemModel(weights);
    }
}

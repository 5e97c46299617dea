namespace PersonalizationEngine.Core.Recommendations.Models;

/// <summary>
/// SAR: an item's score is the profile times the similarities by plain counts of people who met both items, the item itself
/// included. It wants a profile of <see cref="Affinity"/>. Cost: the sum of squared history lengths.
/// </summary>
/// <param name="cores">How many threads may work; with 1 only the calling one does.</param>
public sealed class SarTrainer(SarSettings settings, int cores = 1)
{
    /// <summary>Pure and deterministic; long enough to belong on a thread of its own.</summary>
    public LinearItemModel Train(InteractionMatrix matrix)
    {
        var people = matrix.Rows.Raised(0);
        var audiences = people.Transpose(matrix.ItemCount);
        var counts = WeightedMatrix.Squares(audiences);
        var weights = RowProducts.Multiply(audiences, people, matrix.ItemCount, cores, (item, products, selector, kept) =>
        {
            selector.Begin(settings.MostPerItem);
            foreach (var other in products.Touched)
            {
                if (products[other] < settings.Threshold) continue;
                var similarity = SimilarityFormula.Of(settings.Similarity, products[other], counts[other], counts[item], 0);
                if (other == item) kept.Add(item, similarity);
                else selector.Offer(other, similarity);
            }

            foreach (var (other, similarity) in selector.Drain()) kept.Add(other, similarity);
        });
        return new LinearItemModel(weights);
    }
}

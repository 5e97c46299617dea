namespace PersonalizationEngine.Core.Recommendations.Models;

/// <summary>
/// Compares all pairs of items that somebody met both of, and keeps for each item those most like it. Cost: the sum of
/// squared history lengths.
/// </summary>
/// <param name="cores">How many threads may work; with 1 only the calling one does.</param>
public sealed class ItemKnnTrainer(ItemKnnSettings settings, int cores = 1)
{
    public ItemKnnTrainer(RecommenderSettings settings)
        : this(ItemKnnSettings.Of(settings))
    {
    }

    /// <summary>Pure and deterministic; long enough to belong on a thread of its own.</summary>
    public ItemKnnModel Train(InteractionMatrix matrix, CancellationToken cancellationToken = default)
    {
        var people = WeightedMatrix.Of(matrix, settings.Weighting);
        var audiences = people.Transpose(matrix.ItemCount);
        var squares = WeightedMatrix.Squares(audiences);
        var neighbours = RowProducts.Multiply(audiences, people, matrix.ItemCount, cores, (item, products, selector, kept) =>
        {
            selector.Begin(settings.Neighbours);
            foreach (var other in products.Touched)
                if (other != item) selector.Offer(other, Similarity(products[other], squares[item], squares[other]));
            foreach (var (other, similarity) in selector.Drain()) kept.Add(other, similarity);
        }, cancellationToken);
        return new ItemKnnModel(settings.Normalise ? neighbours.DividedByRowSums() : neighbours, matrix.ItemCount);
    }

    private float Similarity(float product, float target, float source) =>
        SimilarityFormula.Of(settings.Similarity, product, target, source, (float)settings.Shrinkage);
}

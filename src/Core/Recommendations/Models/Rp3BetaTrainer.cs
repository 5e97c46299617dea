namespace PersonalizationEngine.Core.Recommendations.Models;

/// <summary>
/// RP3beta (Paudel, Christoffel, Newell and Bernstein 2017): where a walk item, person, item ends, popular ends counting
/// less. W_ij = sum over people of (x_ui / sum_u x_ui)^alpha (x_uj / sum_j x_uj)^alpha / audience_j^beta. Cost: the sum of
/// squared history lengths.
/// </summary>
/// <param name="cores">How many threads may work; with 1 only the calling one does.</param>
public sealed class Rp3BetaTrainer(Rp3BetaSettings settings, int cores = 1)
{
    /// <summary>Pure and deterministic; long enough to belong on a thread of its own.</summary>
    public LinearItemModel Train(InteractionMatrix matrix, CancellationToken cancellationToken = default)
    {
        var audiences = matrix.Rows.Transpose(matrix.ItemCount);
        var penalties = new float[matrix.ItemCount];
        for (var item = 0; item < penalties.Length; item++)
            penalties[item] = (float)Math.Pow(audiences.Columns(item).Length, -settings.Beta);

        var steps = audiences.DividedByRowSums().Raised(settings.Alpha);
        var returns = matrix.Rows.DividedByRowSums().Raised(settings.Alpha);
        var weights = RowProducts.Multiply(steps, returns, matrix.ItemCount, cores, (item, products, selector, kept) =>
        {
            selector.Begin(settings.Neighbours);
            foreach (var other in products.Touched)
                if (other != item) selector.Offer(other, products[other] * penalties[other]);
            foreach (var (other, weight) in selector.Drain()) kept.Add(other, weight);
        }, cancellationToken);
        if (settings.Normalise) weights = weights.DividedByRowSums();
        return new LinearItemModel(weights.LargestPerColumn(settings.Neighbours, matrix.ItemCount));
    }
}

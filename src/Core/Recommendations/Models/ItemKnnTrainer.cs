namespace PersonalizationEngine.Core.Recommendations.Models;

/// <summary>
/// Cosine between items over TF-IDF weighted histories, x = sqrt(weight) * ln(1 + items / (1 + history length)), with the
/// product of lengths enlarged by <see cref="RecommenderSettings.Shrinkage"/>. Each item keeps its
/// <see cref="RecommenderSettings.NeighboursPerItem"/> most alike. Cost: the sum of squared history lengths.
/// </summary>
public sealed class ItemKnnTrainer(RecommenderSettings settings)
{
    /// <summary>Pure and deterministic; long enough to belong on a thread of its own.</summary>
    public ItemKnnModel Train(InteractionMatrix matrix)
    {
        var people = Weighted(matrix);
        var audiences = people.Transpose(matrix.ItemCount);
        var lengths = Lengths(audiences);

        var dots = new ScoreBuffer();
        var selector = new TopSelector(Comparer<int>.Default);
        var neighbours = new SparseRowsBuilder(matrix.ItemCount);
        for (var item = 0; item < matrix.ItemCount; item++)
        {
            dots.Reset(matrix.ItemCount);
            AddDotProducts(item, people, audiences, dots);
            selector.Begin(settings.NeighboursPerItem);
            foreach (var other in dots.Touched)
            {
                if (other == item) continue;
                selector.Offer(other, dots[other] / ((lengths[item] * lengths[other]) + (float)settings.Shrinkage));
            }

            foreach (var (other, similarity) in selector.Drain()) neighbours.Add(other, similarity);
            neighbours.EndRow();
        }

        return new ItemKnnModel(neighbours.Build(), matrix.ItemCount);
    }

    private static SparseRows Weighted(InteractionMatrix matrix)
    {
        var rows = new SparseRowsBuilder(matrix.PersonCount);
        for (var person = 0; person < matrix.PersonCount; person++)
        {
            var items = matrix.Rows.Columns(person);
            var weights = matrix.Rows.Values(person);
            var rarity = MathF.Log(1 + (matrix.ItemCount / (1f + items.Length)));
            for (var index = 0; index < items.Length; index++) rows.Add(items[index], MathF.Sqrt(weights[index]) * rarity);
            rows.EndRow();
        }

        return rows.Build();
    }

    private static float[] Lengths(SparseRows rows)
    {
        var lengths = new float[rows.Count];
        for (var row = 0; row < rows.Count; row++)
        {
            var squares = 0f;
            foreach (var value in rows.Values(row)) squares += value * value;
            lengths[row] = MathF.Sqrt(squares);
        }

        return lengths;
    }

    private static void AddDotProducts(int item, SparseRows people, SparseRows audiences, ScoreBuffer dots)
    {
        var audience = audiences.Columns(item);
        var weights = audiences.Values(item);
        for (var index = 0; index < audience.Length; index++)
        {
            var person = audience[index];
            dots.AddScaled(people.Columns(person), people.Values(person), weights[index]);
        }
    }
}

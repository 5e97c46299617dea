namespace PersonalizationEngine.Core.Recommendations.Models;

/// <summary>The rows of an <see cref="InteractionMatrix"/> with weights by which items or people can be compared.</summary>
internal static class WeightedMatrix
{
    private const float K = 1.2f;
    private const float B = 0.75f;

    public static SparseRows Of(InteractionMatrix matrix, MatrixWeighting weighting)
    {
        var damping = weighting == MatrixWeighting.Bm25 ? Damping(matrix) : [];
        var rows = new SparseRowsBuilder(matrix.PersonCount, matrix.PairCount);
        for (var person = 0; person < matrix.PersonCount; person++)
        {
            var items = matrix.ItemsOf(person);
            var weights = matrix.WeightsOf(person);
            var rarity = weighting == MatrixWeighting.None ? 1 : Rarity(matrix.ItemCount, items.Length);
            for (var index = 0; index < items.Length; index++)
            {
                var weight = weights[index];
                var told = weighting == MatrixWeighting.Bm25
                    ? weight * (K + 1) / (weight + damping[items[index]])
                    : MathF.Sqrt(weight);
                rows.Add(items[index], told * rarity);
            }

            rows.EndRow();
        }

        return rows.Build();
    }

    /// <summary>The sum of squares of each row.</summary>
    public static float[] Squares(SparseRows rows)
    {
        var squares = new float[rows.Count];
        for (var row = 0; row < rows.Count; row++)
            foreach (var value in rows.Values(row)) squares[row] += value * value;
        return squares;
    }

    /// <summary>Of a history of half the catalogue or more the formula would make nothing, or less; it is left ln 2.</summary>
    private static float Rarity(int itemCount, int historyLength) => MathF.Log(Math.Max(2, itemCount / (1f + historyLength)));

    private static float[] Damping(InteractionMatrix matrix)
    {
        var audiences = new float[matrix.ItemCount];
        for (var person = 0; person < matrix.PersonCount; person++)
        {
            var items = matrix.ItemsOf(person);
            var weights = matrix.WeightsOf(person);
            for (var index = 0; index < items.Length; index++) audiences[items[index]] += weights[index];
        }

        var mean = audiences.Length == 0 ? 1 : audiences.Sum() / audiences.Length;
        return [.. audiences.Select(audience => K * (1 - B + (B * audience / mean)))];
    }
}

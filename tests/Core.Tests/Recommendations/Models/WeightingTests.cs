using PersonalizationEngine.Core.Recommendations.Models;

namespace PersonalizationEngine.Core.Tests.Recommendations.Models;

/// <summary>Weightings of the matrix, read from the counts of a model that does nothing else.</summary>
public sealed class WeightingTests
{
    // Six items; the first person met two, the second three. Means: five meetings with six items.
    private static readonly InteractionMatrix People = Histories.Of(6, [0, 1], [0, 2, 3]);

    [Fact]
    public void Train_None_PairsOfOnes() => Assert.Equal(1, Product(MatrixWeighting.None, 0, 1), 1e-5);

    [Fact]
    public void Train_TfIdf_RarerHistoriesTellMore()
    {
        Assert.Equal(Math.Log(6 / 3.0) * Math.Log(6 / 3.0), Product(MatrixWeighting.TfIdf, 0, 1), 1e-5);
        // 6 / (1 + 3) is below 2.
        Assert.Equal(Math.Log(2) * Math.Log(2), Product(MatrixWeighting.TfIdf, 0, 2), 1e-5);
    }

    [Fact]
    public void Train_Bm25_PopularItemsTellLess()
    {
        const double K = 1.2, B = 0.75, Mean = 5 / 6.0;
        var popular = (K + 1) / (1 + (K * (1 - B + (B * 2 / Mean)))) * Math.Log(2);
        var rare = (K + 1) / (1 + (K * (1 - B + (B * 1 / Mean)))) * Math.Log(2);

        Assert.Equal(popular * rare, Product(MatrixWeighting.Bm25, 0, 1), 1e-5);
        Assert.Equal(rare * rare, Product(MatrixWeighting.Bm25, 2, 3), 1e-5);
    }

    private static float Product(MatrixWeighting weighting, int item, int other) =>
        new ItemKnnTrainer(new ItemKnnSettings { Weighting = weighting, Similarity = ItemSimilarity.Counts })
            .Train(People).Said(item, 6)[other];
}

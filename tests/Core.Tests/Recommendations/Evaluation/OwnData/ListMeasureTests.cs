using PersonalizationEngine.Core.Recommendations;
using PersonalizationEngine.Core.Recommendations.Evaluation.OwnData;
using PersonalizationEngine.Core.Tests.Recommendations.Models;

namespace PersonalizationEngine.Core.Tests.Recommendations.Evaluation.OwnData;

/// <summary>Novelty and diversity of a list, worked out by hand.</summary>
public sealed class ListMeasureTests
{
    private const double Accuracy = 1e-12;

    /// <summary>Of four people all met a, two met b, one met c, and nobody d; a fifth person met nothing.</summary>
    private static readonly ItemFame Fame = new(Histories.Of(4, [0, 1, 2], [0, 1], [0], [0], []), ["a", "b", "c", "d"]);

    private static readonly ItemLabels Labels = new(
    [
        new CatalogueItem { ItemId = "a", Categories = ["News"], Tags = ["x"] },
        new CatalogueItem { ItemId = "b", Categories = ["news"], Tags = ["y"] },
        new CatalogueItem { ItemId = "c", Categories = ["guides"] },
        new CatalogueItem { ItemId = "x-as-category", Categories = ["x"] },
        new CatalogueItem { ItemId = "bare" },
    ]);

    [Theory]
    [InlineData("a", 0.0)]
    [InlineData("b", 1.0)]
    [InlineData("c", 2.0)]
    [InlineData("d", 2.0)]
    [InlineData("a b c d", 1.25)]
    [InlineData("", null)]
    public void Novelty_OfAList_IsTheMeanOfBits(string list, double? expected) => AssertNear(expected, Fame.Novelty(Ids(list)));

    /// <summary>a and b share one of two labels each: cosine 1/2.</summary>
    [Theory]
    [InlineData("a a", 0.0)]
    [InlineData("a b", 0.5)]
    [InlineData("a c", 1.0)]
    [InlineData("a b c", 1 - (0.5 / 3))]
    [InlineData("a x-as-category", 1.0)]
    [InlineData("a bare unknown b", 0.5)]
    [InlineData("a bare", null)]
    [InlineData("", null)]
    public void Diversity_OfAList_IsOneMinusTheMeanCosine(string list, double? expected) => AssertNear(expected, Labels.Diversity(Ids(list)));

    private static string[] Ids(string list) => list.Split(' ', StringSplitOptions.RemoveEmptyEntries);

    private static void AssertNear(double? expected, double? actual)
    {
        Assert.Equal(expected is null, actual is null);
        if (expected is not null) Assert.Equal(expected.Value, actual!.Value, Accuracy);
    }
}

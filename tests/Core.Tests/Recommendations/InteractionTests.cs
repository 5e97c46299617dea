using PersonalizationEngine.Core.Recommendations;

namespace PersonalizationEngine.Core.Tests.Recommendations;

public sealed class InteractionTests
{
    [Theory]
    [InlineData("", 1, false)]
    [InlineData(null, 1, false)]
    [InlineData("item", 0, false)]
    [InlineData("item", -1, false)]
    [InlineData("item", double.NaN, false)]
    [InlineData("item", double.PositiveInfinity, false)]
    [InlineData("item", 1e7, false)]
    [InlineData("item", 1e-6, true)]
    [InlineData("item", 3, true)]
    public void Learn_NamedItemAndWeightInRange_IsTaken(string? item, double weight, bool isTaken)
    {
        using var recommender = new Recommender(new());

        Assert.Equal(isTaken, recommender.Learn(World.View("anna", item!, weight: weight)));
        Assert.Equal(isTaken ? 1 : 0, recommender.Popular(World.Ask()).Items.Count);
    }

    [Fact]
    public void Learn_NobodyKnown_CountsForPopularity()
    {
        using var recommender = World.After(World.View("", "item"));

        Assert.Equal("item", Assert.Single(recommender.Popular(World.Ask("")).Items).ItemId);
    }
}

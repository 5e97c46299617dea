using PersonalizationEngine.Feed.Demo.Chance;
using PersonalizationEngine.Feed.Demo.Wire;

namespace Feed.Tests.Demo;

public sealed class DiceTests
{
    private const int Draws = 50_000;

    [Fact]
    public void For_SamePurpose_SameDraws()
    {
        Assert.Equal(Dice.For(1, "a").Bits(), Dice.For(1, "a").Bits());
        Assert.NotEqual(Dice.For(1, "a").Bits(), Dice.For(1, "b").Bits());
        Assert.NotEqual(Dice.For(1, "a", 0).Bits(), Dice.For(1, "a", 1).Bits());
    }

    [Fact]
    public void Distributions_ManyDraws_HaveTheirMoments()
    {
        var dice = Dice.For(7, "moments");

        Assert.Equal(0, Mean(() => dice.Normal()), 0.03);
        Assert.Equal(1, Mean(() => Math.Pow(dice.Normal(), 2)), 0.05);
        Assert.Equal(3.5, Mean(() => dice.Poisson(3.5)), 0.05);
        Assert.Equal(2, Mean(() => dice.Exponential(2)), 0.05);
        Assert.Equal(0.5, Mean(() => dice.LogNormal(10, 1) < 10 ? 1 : 0), 0.02);
    }

    [Fact]
    public void Weighted_ManyDraws_FollowsTheWeights()
    {
        var dice = Dice.For(7, "weights");
        var counts = new int[3];
        for (var draw = 0; draw < Draws; draw++) counts[dice.Weighted([1.0, 0.0, 3.0])]++;

        Assert.Equal(0.25, counts[0] / (double)Draws, 0.02);
        Assert.Equal(0, counts[1]);
    }

    private static double Mean(Func<double> draw) => Enumerable.Range(0, Draws).Average(_ => draw());
}

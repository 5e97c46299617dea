using PersonalizationEngine.Engine.Administration.Trying;

namespace PersonalizationEngine.Engine.Tests.Administration.Trying;

public sealed class AudienceTests
{
    [Fact]
    public void People_WhereEverybodyWasAsked_AreCounted() => Assert.Equal((30, 30, 30), new Audience(400, 400, 30, []).People);

    [Fact]
    public void People_WhereSomeWereAsked_AreEstimatedWithAnInterval()
    {
        var (value, low, high) = new Audience(100_000, 1_000, 100, []).People;

        Assert.Equal(10_000, value);
        Assert.InRange(low, 8_200, 8_400);
        Assert.InRange(high, 12_000, 12_100);
    }

    [Fact]
    public void People_WhereNobodyOfTheAskedMatched_MayStillBeSome()
    {
        var (value, low, high) = new Audience(100_000, 1_000, 0, []).People;

        Assert.Equal((0, 0), (value, low));
        Assert.InRange(high, 300, 500);
    }
}

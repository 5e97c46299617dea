using PersonalizationEngine.Engine.Decisions;

namespace PersonalizationEngine.Engine.Tests.Decisions;

public sealed class KeptShareTests
{
    [Theory]
    [InlineData(0.001)]
    [InlineData(0.01)]
    [InlineData(0.25)]
    [InlineData(0.9)]
    public void Contains_NumbersInARow_IsAboutThatShareOfThem(double share)
    {
        const int Decisions = 200_000;
        var kept = Enumerable.Range(0, Decisions).Count(number => new KeptShare(share).Contains((uint)number + 3_000_000_000));

        var spread = 5 * Math.Sqrt(Decisions * share * (1 - share));
        Assert.InRange(kept, (Decisions * share) - spread, (Decisions * share) + spread);
    }

    [Fact]
    public void Contains_ALargerShare_KeepsWhatASmallerOneKeeps()
    {
        var (few, many) = (new KeptShare(0.05), new KeptShare(0.3));
        for (var number = 0u; number < 20_000; number++) Assert.True(!few.Contains(number) || many.Contains(number));
    }

    [Fact]
    public void Contains_NoneOrAll_IsExact()
    {
        for (var number = 0u; number < 10_000; number++)
        {
            Assert.False(new KeptShare(0).Contains(number));
            Assert.True(new KeptShare(1).Contains(uint.MaxValue - number));
        }
    }
}

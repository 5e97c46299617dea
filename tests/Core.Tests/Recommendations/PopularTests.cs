using CsCheck;
using PersonalizationEngine.Core.Recommendations;

namespace PersonalizationEngine.Core.Tests.Recommendations;

public sealed class PopularTests
{
    [Theory]
    [InlineData(3, "new")]
    [InlineData(5, "old")]
    public void Popular_TwoHalfLivesOld_CountsAQuarter(int oldViews, string expected)
    {
        var old = Enumerable.Range(0, oldViews).Select(person => World.View($"p{person}", "old", daysAgo: 60));
        using var recommender = World.After([.. old, World.View("anna", "new")]);

        Assert.Equal(expected, Order(recommender)[0]);
    }

    [Fact]
    public void Popular_OnlyAncientEvents_KeepsTheirOrder()
    {
        // 2014 is some 140 half-lives back: counts kept as of now would be 0 already for trending's 3 days.
        using var recommender = World.After(
            World.View("a", "one", 4400), World.View("a", "three", 4400), World.View("b", "three", 4400),
            World.View("c", "three", 4400), World.View("a", "two", 4400), World.View("b", "two", 4400));

        Assert.Equal(["three", "two", "one"], Order(recommender));
    }

    [Fact]
    public void Popular_FirstAndLastInstantOfTime_KeepsOrder()
    {
        using var recommender = new Recommender(new());
        recommender.Learn(new("a", "first", "", 1, DateTimeOffset.MinValue));
        recommender.Learn(new("a", "last", "", 1, DateTimeOffset.MaxValue));
        recommender.Learn(World.View("a", "now"));

        Assert.Equal(["last", "now", "first"], Order(recommender));
    }

    [Fact]
    public void Popular_EqualCounts_ByOrdinalId()
    {
        using var recommender = World.After(((string[])["b", "a", "B", "ab"]).Select(item => World.View("anna", item)));

        Assert.Equal(["B", "a", "ab", "b"], Order(recommender));
    }

    [Fact]
    public void Popular_AnyOrderOfArrival_SameOrder() =>
        Gen.Select(Generate.Interaction.Array[1, 60], Gen.Int).Sample((interactions, seed) =>
        {
            var shuffled = interactions.ToArray();
            new Random(seed).Shuffle(shuffled);
            using var first = World.After(interactions);
            using var second = World.After(shuffled);

            Assert.Equal(Order(first), Order(second));
            Assert.Equal(
                first.Trending(World.Ask()).Items.Select(item => (item.ItemId, item.Source)),
                second.Trending(World.Ask()).Items.Select(item => (item.ItemId, item.Source)));
        }, iter: 200);

    [Fact]
    public void Popular_AnyEvents_OrderOfTheDecayedSums() => Generate.Interaction.Array[1, 60].Sample(interactions =>
    {
        var sums = interactions
            .GroupBy(done => done.ItemId)
            .ToDictionary(
                item => item.Key,
                item => item.Sum(done => done.Weight * Math.Pow(2, (done.At - World.Now).TotalDays / 30)));
        using var recommender = World.After(interactions);

        var served = recommender.Popular(World.Ask() with { Limit = 100 }).Items.Select(item => sums[item.ItemId]).ToArray();
        Assert.Equal(sums.Count, served.Length);
        for (var place = 1; place < served.Length; place++) Assert.True(served[place] <= served[place - 1] * (1 + 1e-6));
    }, iter: 200);

    private static string[] Order(Recommender recommender) =>
        [.. recommender.Popular(World.Ask() with { Limit = 100 }).Items.Select(item => item.ItemId)];
}

namespace PersonalizationEngine.Core.Tests.Recommendations;

public sealed class MergeTests
{
    [Fact]
    public void Merge_DeviceIntoPerson_WhatEitherSawCountsAsSeen()
    {
        using var recommender = World.After(
            World.View("device", "tent"), World.View("anna", "stove"), World.View("bert", "lamp"));
        recommender.Merge("device", "anna");

        Assert.Equal(["lamp"], recommender.Recommend(World.Ask("anna")).Items.Select(item => item.ItemId));
        Assert.Equal(3, recommender.TrainingData().PairCount);
    }

    [Fact]
    public void Merge_DeviceIntoPerson_PopularityStaysAsItWas()
    {
        var views = new[] { World.View("device", "tent"), World.View("device", "tent"), World.View("anna", "tent"), World.View("bert", "stove") };
        using var merged = World.After(views);
        using var apart = World.After(views);
        merged.Merge("device", "anna");

        Assert.Equal(
            apart.Popular(World.Ask()).Items.Select(item => (item.ItemId, item.Score)),
            merged.Popular(World.Ask()).Items.Select(item => (item.ItemId, item.Score)));
    }

    [Fact]
    public void Merge_FormerId_IsANewcomer()
    {
        using var recommender = World.After(World.View("device", "tent"), World.View("bert", "stove"));
        recommender.Merge("device", "anna");

        Assert.Equal(2, recommender.Recommend(World.Ask("device")).Items.Count);
    }

    [Theory]
    [InlineData("nobody", "anna")]
    [InlineData("anna", "anna")]
    public void Merge_NothingToMove_ChangesNothing(string from, string to)
    {
        using var recommender = World.After(World.View("anna", "tent"), World.View("bert", "stove"));
        recommender.Merge(from, to);

        Assert.Equal(["stove"], recommender.Recommend(World.Ask("anna")).Items.Select(item => item.ItemId));
    }
}

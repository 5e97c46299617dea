namespace PersonalizationEngine.Core.Tests.Recommendations;

public sealed class ForgetTests
{
    [Fact]
    public void Forget_KnownPerson_IsANewcomerAgain()
    {
        using var recommender = World.After(
            World.View("anna", "tent", 40), World.View("bert", "tent", 40), World.View("bert", "stove", 40));
        recommender.Forget("bert");
        var items = recommender.Recommend(World.Ask("bert")).Items;

        Assert.Equal(["tent", "stove"], items.Select(item => item.ItemId));
        Assert.Equal("Popular: 1 person viewed this", items[0].Reason);
        Assert.Equal("Popular with visitors", items[1].Reason);
    }

    [Fact]
    public void Forget_LearnsAgain_StartsFromNothing()
    {
        using var recommender = World.After(World.View("anna", "tent"), World.View("anna", "stove"));
        recommender.Forget("anna");
        recommender.Learn(World.View("anna", "stove"));

        Assert.Equal(["tent"], recommender.Recommend(World.Ask("anna")).Items.Select(item => item.ItemId));
        Assert.Equal(1, recommender.TrainingData().PairCount);
    }

    [Fact]
    public void Forget_Nobody_ChangesNothing()
    {
        using var recommender = World.After(World.View("anna", "tent"));
        recommender.Forget("nobody");
        recommender.Forget("");

        Assert.Empty(recommender.Recommend(World.Ask("anna")).Items);
    }
}

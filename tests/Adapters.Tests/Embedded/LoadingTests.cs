namespace PersonalizationEngine.Adapters.Tests.Embedded;

/// <summary>Filling the recommender from the store while events go on coming in: each counts once.</summary>
public sealed class LoadingTests
{
    [Fact]
    public async Task LoadAsync_StoredInteractions_AreLearntAndTheirItemsSeen()
    {
        using var learner = new Learner(new StoredInteractions(Learner.Stored("p", "a"), Learner.Stored("q", "a"), Learner.Stored("q", "b")));
        await learner.LoadAsync();

        Assert.Equal("embedded, 3 interactions", await learner.LearntAsync());
        Assert.Equal(["b"], await learner.IdsForAsync("p"));
        Assert.Equal(["a", "b"], await learner.IdsForAsync("r"));
    }

    [Fact]
    public async Task LoadAsync_ActivitiesThatSayNothingOfATaste_AreLeftOut()
    {
        using var learner = new Learner(new StoredInteractions(Learner.Stored("p", "a", type: "performance"), Learner.Stored("p", "b")));
        await learner.LoadAsync();
        Assert.Equal("embedded, 1 interactions", await learner.LearntAsync());
    }

    [Fact]
    public async Task LoadAsync_History_ReachesAsFarAsItsSetting()
    {
        var store = new StoredInteractions();
        using var learner = new Learner(store);
        await learner.LoadAsync();
        Assert.Equal(Learner.Now.AddDays(-365), store.AskedFrom);
    }

    [Fact]
    public async Task CheckAsync_NotYetLoaded_Throws()
    {
        using var learner = new Learner();
        await Assert.ThrowsAsync<InvalidOperationException>(learner.LearntAsync);
        Assert.False(learner.Health.IsVital);
    }

    [Fact]
    public async Task RecommendAsync_NotYetLoaded_RecommendsWhatIsKnownSoFar()
    {
        using var learner = new Learner();
        learner.Catalogue("a");
        Assert.Equal(["a"], await learner.IdsForAsync());
    }

    [Theory]
    [InlineData(0)]
    [InlineData(1_234)]
    public async Task LoadAsync_EventObservedMeanwhileAndThenRead_CountsOnce(int ticksTheStoreDoesNotKeep)
    {
        var store = new StoredInteractions(Learner.Stored("p", "a"), Learner.Stored("p", "b"));
        using var learner = new Learner(store);
        store.Reading = place =>
        {
            if (place == 0) learner.Feed.Observe([Learner.View("p", "b", Learner.Now.AddTicks(ticksTheStoreDoesNotKeep))]);
        };
        await learner.LoadAsync();
        Assert.Equal("embedded, 2 interactions", await learner.LearntAsync());
    }

    [Fact]
    public async Task LoadAsync_EventObservedMeanwhileAndNotRead_CountsToo()
    {
        var store = new StoredInteractions(Learner.Stored("p", "a"));
        using var learner = new Learner(store);
        store.Reading = _ => learner.Feed.Observe([Learner.View("p", "a"), Learner.View("p", "a"), Learner.View("p", "c")]);
        await learner.LoadAsync();
        Assert.Equal("embedded, 3 interactions", await learner.LearntAsync());
    }

    [Fact]
    public async Task LoadAsync_FailsHalfwayAndIsTriedAgain_CountsEachOnce()
    {
        var store = new StoredInteractions(Learner.Stored("p", "a"), Learner.Stored("p", "b"), Learner.Stored("p", "c"));
        using var learner = new Learner(store);
        store.Reading = place =>
        {
            if (place == 2) throw new IOException("The store is away.");
        };
        await Assert.ThrowsAsync<IOException>(learner.LoadAsync);
        await Assert.ThrowsAsync<InvalidOperationException>(learner.LearntAsync);

        store.Reading = _ => { };
        await learner.LoadAsync();
        Assert.Equal("embedded, 3 interactions", await learner.LearntAsync());
    }

    [Fact]
    public async Task LoadAsync_PeopleMergedMeanwhile_AreOneAfterwards()
    {
        var store = new StoredInteractions(Learner.Stored("q", "b"), Learner.Stored("device", "a"));
        using var learner = new Learner(store);
        store.Reading = place =>
        {
            if (place == 0) learner.Feed.Merge("device", "p");
        };
        await learner.LoadAsync();
        Assert.Equal(["b"], await learner.IdsForAsync("p"));
    }
}

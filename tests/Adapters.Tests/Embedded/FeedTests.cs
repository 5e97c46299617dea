
namespace PersonalizationEngine.Adapters.Tests.Embedded;

public sealed class FeedTests : IDisposable
{
    private readonly Learner _learner = new();

    [Fact]
    public async Task Observe_AnInteraction_ShowsInTheNextRecommendation()
    {
        await _learner.LoadAsync();
        _learner.Feed.Observe([Learner.View("p", "a")]);
        Assert.Equal(["a"], await _learner.IdsForAsync("q"));
        Assert.Empty(await _learner.IdsForAsync("p"));
    }

    [Fact]
    public async Task Merge_TwoPeople_LeavesOutWhatEitherHasSeen()
    {
        await _learner.LoadAsync();
        _learner.Feed.Observe([Learner.View("device", "a"), Learner.View("p", "b"), Learner.View("q", "c")]);
        _learner.Feed.Merge("device", "p");
        Assert.Equal(["c"], await _learner.IdsForAsync("p"));
    }

    [Fact]
    public async Task Apply_Deletion_TakesTheItemOutWhateverItsPast()
    {
        _learner.Catalogue("a");
        _learner.Feed.Observe([Learner.View("p", "a"), Learner.View("p", "b")]);
        await _learner.LoadAsync();
        Assert.Equal(["a", "b"], await _learner.IdsForAsync());

        _learner.Delete("a", minutes: 1);
        _learner.Feed.Observe([Learner.View("q", "a"), Learner.View("r", "a")]);
        Assert.Equal(["b"], await _learner.IdsForAsync());
    }

    [Fact]
    public async Task Apply_DeletionOfAnItemNeverSeen_KeepsItOutWhenItIsMet()
    {
        _learner.Delete("a", minutes: 0);
        await _learner.LoadAsync();
        _learner.Feed.Observe([Learner.View("p", "a"), Learner.View("p", "b")]);
        Assert.Equal(["b"], await _learner.IdsForAsync());
    }

    [Theory]
    [InlineData(-1, false)]
    [InlineData(0, true)]
    [InlineData(1, true)]
    public async Task Apply_FactsAfterADeletion_BringTheItemBackUnlessTheyAreOlder(int minutesLater, bool isBack)
    {
        _learner.Delete("a", minutes: 10);
        _learner.Catalogue("a", minutes: 10 + minutesLater);
        Assert.Equal(isBack ? ["a"] : [], await _learner.IdsForAsync());
    }

    [Theory]
    [InlineData(-1, false)]
    [InlineData(1, true)]
    public async Task Apply_DeletionAfterFacts_TakesTheItemOutUnlessItIsOlder(int minutesLater, bool isGone)
    {
        _learner.Catalogue("a");
        Assert.Single(await _learner.IdsForAsync());
        _learner.Delete("a", minutesLater);
        Assert.Equal(isGone ? [] : ["a"], await _learner.IdsForAsync());
    }

    [Fact]
    public async Task Apply_OlderFacts_ChangeNothing()
    {
        _learner.Catalogue("a", minutes: 5, hidden: true);
        _learner.Catalogue("a", minutes: 4, hidden: false);
        Assert.Empty(await _learner.IdsForAsync());
    }

    [Fact]
    public async Task TrainAsync_AfterSomeEvents_TellsWhatItLearntFrom()
    {
        await _learner.LoadAsync();
        _learner.Feed.Observe([Learner.View("p", "a"), Learner.View("p", "b"), Learner.View("q", "a"), Learner.View("q", "a")]);
        var summary = await _learner.Training.TrainAsync(TestContext.Current.CancellationToken);
        Assert.Equal((2, 2, 4L), (summary.People, summary.Items, summary.Interactions));
    }

    [Fact]
    public async Task Observe_MuchIsNew_TrainsByItself()
    {
        using var learner = new Learner();
        await learner.LoadAsync();
        var before = learner.Training.Report();
        learner.Feed.Observe([.. Enumerable.Range(0, 150).SelectMany(number => new[] { Learner.View($"p{number}", "a"), Learner.View($"p{number}", "b") })]);

        using var patience = new CancellationTokenSource(TimeSpan.FromSeconds(30));
        while (learner.Training.Report().Version == before.Version) await Task.Delay(10, patience.Token);
        Assert.InRange(learner.Training.Report().Summary!.Interactions, 200, 300);
        Assert.Equal(0, before.Summary!.Interactions);
    }

    public void Dispose() => _learner.Dispose();
}

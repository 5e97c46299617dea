using PersonalizationEngine.Engine.Personalization.Snapshots;

namespace PersonalizationEngine.Engine.Tests.Personalization.Snapshots;

/// <summary>Without a recommender the person is still known.</summary>
public sealed class RecommenderFailureTests
{
    [Fact]
    public async Task Get_RecommenderFails_KnowsThePersonWithoutCandidates()
    {
        using var crowd = new Crowd();
        crowd.People.Put("ada", name: "Ada");
        crowd.Recommender.Disturbance.Fail(new OperationCanceledException("its own budget"));

        var served = await crowd.AskAsync("ada");

        Assert.Equal(("Ada", SnapshotSource.Live, false), (Crowd.NameOf(served), served.Source, served.Snapshot.IsComplete));
        Assert.Empty(served.Snapshot.State.Candidates);
    }

    [Fact]
    public async Task Get_RecommenderBack_IsAskedAgainSoonAndNotWithEveryRequest()
    {
        using var crowd = new Crowd();
        crowd.People.Put("ada");
        crowd.Recommender.Disturbance.FailNext(new IOException());
        Assert.False((await crowd.AskAsync("ada")).Snapshot.IsComplete);
        Assert.False((await crowd.AskAsync("ada")).Snapshot.IsComplete);

        await Task.Delay(1100, TestContext.Current.CancellationToken);

        var served = await crowd.AskAsync("ada");
        Assert.Equal(["i1", "i2"], served.Snapshot.State.Candidates.Select(candidate => candidate.ItemId));
        Assert.Equal(2, crowd.Recommender.Disturbance.Calls);
    }

    [Fact]
    public async Task Get_AnIdOfAPerson_AsksTheRecommenderForThePerson()
    {
        using var crowd = new Crowd();
        crowd.People.Put("phone", "ada");
        await crowd.AskAsync("phone");

        var query = Assert.Single(crowd.Recommender.Queries);
        Assert.Equal(("ada", PersonLoader.MaxCandidates, Timing.Noon), (query.PersonId, query.Limit, query.Instant));
    }
}

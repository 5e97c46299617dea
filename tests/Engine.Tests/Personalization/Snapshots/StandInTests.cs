using PersonalizationEngine.Engine.Personalization;

namespace PersonalizationEngine.Engine.Tests.Personalization.Snapshots;

/// <summary>An answer says who recommended, and that it should have been somebody else.</summary>
public sealed class StandInTests
{
    [Fact]
    public async Task Get_AnotherRecommenderStoodIn_IsCompleteAndNamesIt()
    {
        using var crowd = new Crowd();
        crowd.People.Put("ada");
        crowd.Recommender.StandIn = "understudy";

        var snapshot = (await crowd.AskAsync("ada")).Snapshot;

        Assert.Equal((true, true, "understudy"), (snapshot.IsComplete, snapshot.HasStandIn, snapshot.Recommender));
        Assert.Equal(["i1", "i2"], snapshot.State.Candidates.Select(candidate => candidate.ItemId));
    }

    [Fact]
    public async Task Get_NobodyStoodIn_NamesTheRecommender()
    {
        using var crowd = new Crowd();
        crowd.People.Put("ada");

        var snapshot = (await crowd.AskAsync("ada")).Snapshot;

        Assert.Equal((false, "shelf"), (snapshot.HasStandIn, snapshot.Recommender));
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void IsDegraded_WithAStandIn_IsTrue(bool hasStandIn) => Assert.Equal(
        hasStandIn, new AnswerSources("live", Timing.Noon, "embedded", 1) { HasStandIn = hasStandIn }.IsDegraded);
}

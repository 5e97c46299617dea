using PersonalizationEngine.Engine.Personalization.Snapshots;
using PersonalizationEngine.Engine.Scoring;
using PersonalizationEngine.Engine.Tests.Ports;

namespace PersonalizationEngine.Engine.Tests.Scoring;

public sealed class RescoreTests
{
    private readonly LeadScoresInMemory _scores = new();
    private readonly BehaviourInMemory _behaviour = new();
    private readonly PeopleInMemory _people = new();
    private readonly PersonGenerations _generations = new();

    [Theory]
    [InlineData(0, 0)]
    [InlineData(1, 1)]
    [InlineData(499, 1)]
    [InlineData(500, 1)]
    [InlineData(501, 2)]
    [InlineData(1_250, 3)]
    public async Task Run_ManyDue_ScoresEachOncePageByPage(int due, int pages)
    {
        _scores.MakeDue(Enumerable.Range(0, due).Select(i => $"p{i}"));

        Assert.Equal(due, await RescoreAsync());
        Assert.Equal(pages, _scores.Saved.Count);
        Assert.Equal(due, _scores.Saved.SelectMany(page => page).Select(score => score.PersonId).Distinct().Count());
    }

    [Fact]
    public async Task Run_PeopleWhoAreDueAgainAtOnce_AreScoredOnceInARun()
    {
        var busy = new LeadScoresInMemory { StayDue = true };
        busy.MakeDue(Enumerable.Range(0, 501).Select(i => $"p{i}"));

        Assert.Equal(501, await new RescoreChangedPeople(busy, Measure(), Timing.Clock()).RunAsync(TestContext.Current.CancellationToken).SoonAsync());
    }

    [Fact]
    public async Task Run_CutOff_KeepsWhatWasStoredAndGoesOnWithTheRest()
    {
        _scores.MakeDue(Enumerable.Range(0, 900).Select(i => $"p{i:000}"));
        _behaviour.Disturbance.FailAfter(700);

        await Assert.ThrowsAsync<IOException>(RescoreAsync);
        Assert.Equal(500, Assert.Single(_scores.Saved).Count);

        _behaviour.Disturbance.End();
        Assert.Equal(400, await RescoreAsync());
        Assert.Equal(900, _scores.Saved.SelectMany(page => page).Select(score => score.PersonId).Distinct().Count());
    }

    [Fact]
    public async Task Recalculate_AnIdOfAPerson_StoresForThePersonAndRefreshesTheirDecisions()
    {
        _people.Put("phone", "ada");
        var before = _generations.Now;

        var result = await RecalculateAsync("phone");

        Assert.Equal(("ada", true), (result.PersonId, result.Known));
        Assert.Equal("ada", Assert.Single(Assert.Single(_scores.Saved)).PersonId);
        Assert.True(_generations.HasChangedSince("ada", before));
    }

    [Fact]
    public async Task Recalculate_Stranger_IsScoredAndNotStored()
    {
        var result = await RecalculateAsync("nobody");

        Assert.Equal(("nobody", false, 0m), (result.PersonId, result.Known, result.Score.Score));
        Assert.Empty(_scores.Saved);
    }

    [Fact]
    public async Task Recalculate_StoreFails_SaysSoAndRefreshesNothing()
    {
        _people.Put("ada");
        _scores.Saving.Fail();

        await Assert.ThrowsAsync<IOException>(() => RecalculateAsync("ada"));
        Assert.Equal(0, _generations.Now);
    }

    private MeasureLead Measure() => new(_behaviour, ScoringRules.Default, Timing.Clock());

    private Task<int> RescoreAsync() => new RescoreChangedPeople(_scores, Measure(), Timing.Clock()).RunAsync(TestContext.Current.CancellationToken).SoonAsync();

    private Task<RecalculatedScore> RecalculateAsync(string userId) =>
        new RecalculateLeadScore(_people, Measure(), _scores, _generations).RunAsync(userId, TestContext.Current.CancellationToken).SoonAsync();
}

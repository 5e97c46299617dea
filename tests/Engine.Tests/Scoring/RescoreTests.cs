using Microsoft.Extensions.Logging.Abstractions;
using PersonalizationEngine.Core.Profiles.Consent;
using PersonalizationEngine.Engine.Personalization.Snapshots;
using PersonalizationEngine.Engine.Scoring;
using PersonalizationEngine.Engine.Tests.Ports;

namespace PersonalizationEngine.Engine.Tests.Scoring;

public sealed class RescoreTests
{
    private readonly LeadScoresInMemory _scores = new();
    private readonly BehaviourInMemory _behaviour = new();
    private readonly PeopleInMemory _people = new();
    private readonly PersonGenerations _generations = new(Timing.Clock());

    [Theory]
    [InlineData(0, 0)]
    [InlineData(1, 1)]
    [InlineData(1_999, 1)]
    [InlineData(2_000, 1)]
    [InlineData(2_001, 2)]
    [InlineData(5_000, 3)]
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
        busy.MakeDue(Enumerable.Range(0, 2_001).Select(i => $"p{i}"));

        Assert.Equal(2_001, await new RescoreChangedPeople(busy, Measure(), Timing.Clock(), NullLogger<RescoreChangedPeople>.Instance).RunAsync(TestContext.Current.CancellationToken).SoonAsync());
    }

    [Fact]
    public async Task Run_CutOff_KeepsWhatWasStoredAndGoesOnWithTheRest()
    {
        _scores.MakeDue(Enumerable.Range(0, 2_900).Select(i => $"p{i:0000}"));
        _behaviour.Disturbance.FailAfter(2_700);

        await Assert.ThrowsAsync<InvalidOperationException>(RescoreAsync);
        Assert.Equal(2_000, Assert.Single(_scores.Saved).Count);

        _behaviour.Disturbance.End();
        Assert.Equal(900, await RescoreAsync());
        Assert.Equal(2_900, _scores.Saved.SelectMany(page => page).Select(score => score.PersonId).Distinct().Count());
    }

    [Fact]
    public async Task Run_OnePersonCannotBeRead_AllOthersAreScored()
    {
        _scores.MakeDue(Enumerable.Range(0, 300).Select(i => $"p{i:000}"));
        _behaviour.Unreadable.Add("p042");

        Assert.Equal(299, await RescoreAsync());
        Assert.DoesNotContain(_scores.Saved.SelectMany(page => page), score => score.PersonId == "p042");
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

    private MeasureLead Measure() => new(_behaviour, new NoWebBehaviour(), ScoringRules.Default, Timing.Clock());

    private Task<int> RescoreAsync() => new RescoreChangedPeople(_scores, Measure(), Timing.Clock(), NullLogger<RescoreChangedPeople>.Instance).RunAsync(TestContext.Current.CancellationToken).SoonAsync();

    private Task<RecalculatedScore> RecalculateAsync(string userId) =>
        new RecalculateLeadScore(_people, Measure(), _scores, _generations, ConsentPolicy.Default).RunAsync(userId, TestContext.Current.CancellationToken).SoonAsync();
}

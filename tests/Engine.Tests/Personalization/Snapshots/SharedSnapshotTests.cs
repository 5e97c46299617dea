using PersonalizationEngine.Core.Profiles.Live;
using PersonalizationEngine.Engine.Personalization.Snapshots;

namespace PersonalizationEngine.Engine.Tests.Personalization.Snapshots;

/// <summary>Instants tell what changed since another process read a person.</summary>
public sealed class SharedSnapshotTests
{
    [Theory]
    [InlineData(-1, false)]
    [InlineData(0, true)]
    [InlineData(1, true)]
    public void HasChangedSince_AnInstant_CountsWhatHappenedThenOrLater(int millisecondsLater, bool changed)
    {
        var clock = Timing.Clock();
        var generations = new PersonGenerations(clock);
        clock.Advance(TimeSpan.FromMinutes(1));
        generations.Advance("ada");

        Assert.Equal(changed, generations.HasChangedSince("ada", clock.GetUtcNow().AddMilliseconds(-millisecondsLater)));
    }

    [Fact]
    public void Advance_ByAClockThatIsAhead_CountsFromThen()
    {
        var generations = new PersonGenerations(Timing.Clock());
        generations.Advance("ada", Timing.Noon.AddMinutes(1));
        generations.Advance("ada", Timing.Noon.AddMinutes(-1));

        Assert.True(generations.HasChangedSince("ada", Timing.Noon.AddMinutes(1)));
        Assert.False(generations.HasChangedSince("ada", Timing.Noon.AddMinutes(2)));
    }

    [Fact]
    public void AdvanceEverybody_Anybody_HasChanged()
    {
        var generations = new PersonGenerations(Timing.Clock());
        var before = generations.Now;
        generations.AdvanceEverybody();

        Assert.True(generations.HasChangedSince("anybody", before) && generations.HasChangedSince("anybody", Timing.Noon));
        Assert.False(generations.HasChangedSince("anybody", generations.Now) || generations.HasChangedSince("anybody", Timing.Noon.AddTicks(1)));
    }

    [Fact]
    public async Task Get_LiveCounts_AreThereForRules()
    {
        using var crowd = new Crowd();
        crowd.People.Put("phone", "ada");
        crowd.Live.Add([new LiveAct("ada", LiveFactor.PricingPageVisits, 1), new LiveAct("ada", LiveFactor.PricingPageVisits, 2)]);

        var live = (await crowd.AskAsync("phone")).Snapshot.State.Attributes["live"].Map;
        Assert.Equal((2, 0), (live["pricing_page_visits"].Number, live["page_views"].Number));
    }

    [Fact]
    public async Task Get_LiveCountsCannotBeTold_AreAbsentAndNothingIsAmiss()
    {
        using var crowd = new Crowd();
        crowd.People.Put("ada");
        crowd.Live.CannotTell = true;

        var snapshot = (await crowd.AskAsync("ada")).Snapshot;
        Assert.False(snapshot.State.Attributes["live"].IsPresent);
        Assert.True(snapshot.IsComplete);
    }
}

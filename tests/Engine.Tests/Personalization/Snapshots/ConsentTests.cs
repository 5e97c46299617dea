using PersonalizationEngine.Core.Profiles.Consent;
using PersonalizationEngine.Engine.Personalization.Snapshots;

namespace PersonalizationEngine.Engine.Tests.Personalization.Snapshots;

public sealed class ConsentTests
{
    [Theory]
    [InlineData("personalization", false)]
    [InlineData("analytics", true)]
    public async Task Get_WithoutConsent_ReadsNothingThatMayNotBeUsed(string refused, bool keepsName)
    {
        using var crowd = new Crowd();
        crowd.People.Put("device", "ada", "Ada", (refused, false));

        var state = (await crowd.AskAsync("device")).Snapshot.State;

        Assert.Equal(("ada", keepsName ? "Ada" : null, keepsName), (state.Profile.PersonId, state.Profile.Contact.Name, state.Known));
        Assert.All(crowd.Recommender.Queries, query => Assert.Null(query.PersonId));
        Assert.False(state.Profile.Consents[refused]);
    }

    /// <summary>A word about consent changes nothing but what it allows: id, experiments' bucket and the other words stay.</summary>
    [Fact]
    public async Task Get_WithAndWithoutConsent_HaveTheSameIdAndWords()
    {
        using var crowd = new Crowd();
        crowd.People.Put("with", "ada", "Ada", ("email", true));
        crowd.People.Put("without", "ada", "Ada", ("email", true), ("personalization", false));

        var (with, without) = ((await crowd.AskAsync("with")).Snapshot.State, (await crowd.AskAsync("without")).Snapshot.State);

        Assert.Equal(with.Profile.PersonId, without.Profile.PersonId);
        Assert.Equal(with.Permissions & ~Permissions.Personalization, without.Permissions);
        Assert.Equal(with.Kept, without.Kept);
    }

    [Fact]
    public async Task Get_StoreDownAfterAWordAboutConsent_ServesNothingThatWasKnownBefore()
    {
        using var crowd = new Crowd(Crowd.Impatient);
        crowd.People.Put("ada", name: "Ada");
        await crowd.AskUntilLiveAsync("ada");
        crowd.People.Disturbance.Fail();
        crowd.Generations.AdvanceConsent("ada", Timing.Noon);
        crowd.Generations.Advance("ada");

        var served = await crowd.AskAsync("ada");

        Assert.Equal((null, SnapshotSource.None), (Crowd.NameOf(served), served.Source));
        Assert.Equal(Permissions.None, served.Snapshot.State.Permissions);
    }
}

using System.Text.Json.Nodes;
using PersonalizationEngine.Functions.Tests.Running;
using static PersonalizationEngine.Functions.Tests.Identity.Ids;

namespace PersonalizationEngine.Functions.Tests.Identity;

/// <summary>The CDP alone can say that two known people are one.</summary>
public sealed class LinkedCustomerTests(SharedEngine engine)
{
    private readonly string _ann = Sent.NewId("ann"), _anna = Sent.NewId("anna"), _annie = Sent.NewId("annie"), _device = Sent.NewId("device");

    [Fact]
    public async Task Linked_TwoKnownPeople_AreOneWithBothHistories()
    {
        await CdpAsync(Customer(_ann, 100, ("name", "Ann")), Mail(_ann), Customer(_anna, 90, ("company", "ACME")), Mail(_anna), Mail(_anna));
        await engine.Client.AcceptEventsAsync("rybbit", Login(_anna, _device));

        await CdpAsync(Linked(_ann, _anna));

        foreach (var id in (string[])[_ann, _anna, _device])
        {
            Assert.Equal(_ann, await engine.Client.PersonOfAsync(id));
            Assert.Equal(3m, await engine.Client.FactorAsync(id, "email_opens"));
            Assert.True(await engine.Client.HasAsync(id, "name", "Ann"));
        }
    }

    /// <summary>Facts of the CDP: the newer instant wins, and what only the alias was known by is not lost.</summary>
    [Theory]
    [InlineData(100, 50, "Anna")]
    [InlineData(50, 100, "Ann")]
    public async Task Linked_FactsOfBoth_AreKeptAndTheNewerOnesWin(double annAgo, double annaAgo, string name)
    {
        await CdpAsync(
            Customer(_ann, annAgo, ("name", "Ann"), ("country", "DE"), ("traits", new JsonObject { ["plan"] = "Ann", ["own"] = 1 })),
            Customer(_anna, annaAgo, ("name", "Anna"), ("company", "ACME"), ("traits", new JsonObject { ["plan"] = "Anna", ["theirs"] = 2 })));

        await CdpAsync(Linked(_ann, _anna));

        Assert.True(await engine.Client.HasAsync(_ann, "name", name), "name");
        Assert.True(await engine.Client.HasAsync(_ann, "traits.plan", name), "traits.plan");
        Assert.True(await engine.Client.HasAsync(_ann, "country", "DE"), "country");
        Assert.True(await engine.Client.HasAsync(_ann, "company", "ACME"), "company");
        Assert.True(await engine.Client.HasAsync(_ann, "traits.own", 1), "traits.own");
        Assert.True(await engine.Client.HasAsync(_ann, "traits.theirs", 2), "traits.theirs");
    }

    [Fact]
    public async Task Linked_OlderFactsOfTheAliasArrivingLater_ChangeNothing()
    {
        await CdpAsync(Customer(_ann, 100, ("name", "Ann")), Customer(_anna, 50, ("name", "Anna")), Linked(_ann, _anna));

        await CdpAsync(Customer(_anna, 70, ("name", "Older")));

        Assert.True(await engine.Client.HasAsync(_ann, "name", "Anna"));
    }

    [Fact]
    public async Task Linked_ToAnAnonymousDevice_JoinsItsHistory()
    {
        await engine.Client.AcceptEventsAsync("rybbit", Anonymous(_device, "/pricing"));
        await CdpAsync(Linked(_ann, _device));

        Assert.Equal(1m, await engine.Client.FactorAsync(_ann, "pricing_page_visits"));
    }

    [Fact]
    public async Task Linked_IdsNeverSeen_LeadToThePersonFromThenOn()
    {
        await CdpAsync(Linked(_ann, _anna, _annie));
        await CdpAsync(Mail(_anna), Mail(_annie));

        Assert.Equal(2m, await engine.Client.FactorAsync(_ann, "email_opens"));
    }

    [Fact]
    public async Task Linked_InAChainAndInACircle_IsStillOnePerson()
    {
        await CdpAsync(Mail(_ann), Mail(_anna), Mail(_annie), Linked(_ann, _anna), Linked(_anna, _annie), Linked(_annie, _ann), Linked(_ann, _ann));

        foreach (var id in (string[])[_ann, _anna, _annie]) Assert.Equal(3m, await engine.Client.FactorAsync(id, "email_opens"));
        Assert.Single(((string[])[
            await engine.Client.PersonOfAsync(_ann), await engine.Client.PersonOfAsync(_anna), await engine.Client.PersonOfAsync(_annie)]).Distinct());
    }

    [Fact]
    public async Task Linked_FromManySidesAtOnce_LosesNothing()
    {
        string[] ids = [_ann, _anna, _annie, .. Enumerable.Range(0, 5).Select(_ => Sent.NewId("more"))];
        await CdpAsync([.. ids.Select(id => Mail(id))]);

        await Task.WhenAll(ids.Zip(ids.Skip(1)).Select(pair => CdpAsync(Linked(pair.First, pair.Second), Mail(pair.Second))));

        foreach (var id in ids) Assert.Equal(ids.Length * 2m - 1, await engine.Client.FactorAsync(id, "email_opens"));
    }

    private Task CdpAsync(params JsonObject[] events) => engine.Client.AcceptEventsAsync("cdp", events);
}

using PersonalizationEngine.Functions.Tests.Running;
using static PersonalizationEngine.Functions.Tests.Identity.Ids;

namespace PersonalizationEngine.Functions.Tests.Identity;

/// <summary>A merge can be looked at and taken back, and the next answer shows it.</summary>
public sealed class MergeUndoTests(SharedEngine engine)
{
    private readonly string _ann = Sent.NewId("ann"), _bob = Sent.NewId("bob"), _device = Sent.NewId("device");

    [Fact]
    public async Task Undo_GivesEachTheirOwnBack_AndWhatCameWithTheirIdsSince()
    {
        await Client.AcceptEventsAsync(
            "cdp", Customer(_ann, 600, ("company", "Acme")), Customer(_bob, 600, ("name", "Bob")), Consent(_bob, "sms", true, 500));
        await Client.AcceptEventsAsync("rybbit", Sent.PageView(_ann, "/pricing", 20), Sent.PageView(_bob, "/pricing", 20), Sent.PageView(_bob, "/pricing", 19));
        await Client.AcceptEventsAsync("cdp", Linked(_ann, _bob));
        await Client.AcceptEventsAsync("rybbit", Sent.PageView(_bob, "/pricing", 5));
        Assert.Equal(4m, await Client.FactorAsync(_ann, "pricing_page_visits"));
        await Client.PersonalizeAsync(_ann);

        var undone = (await UndoAsync(await MergeOfAsync(_bob))).AssertOk().Json;

        Assert.Equal((_bob, _ann), ((string?)undone["from"], (string?)undone["to"]));
        Assert.Equal((1m, 3m), (await Client.FactorAsync(_ann, "pricing_page_visits"), await Client.FactorAsync(_bob, "pricing_page_visits")));
        Assert.Equal((_ann, _bob), (await Client.PersonOfAsync(_ann), await Client.PersonOfAsync(_bob)));
        Assert.True(await Client.HasAsync(_ann, "name", null));
        Assert.True(await Client.HasAsync(_bob, "name", "Bob"));
        Assert.True(await Client.HasAsync(_ann, "consent.sms", null));
        Assert.True(await Client.HasAsync(_bob, "consent.sms", true));
    }

    [Fact]
    public async Task Undo_OfALogin_HoldsWhenTheyLogInAgain()
    {
        await Client.AcceptEventsAsync("rybbit", Anonymous(_device, "/pricing"), Login(_ann, _device));
        var merge = await MergeOfAsync(_device);
        (await UndoAsync(merge)).AssertOk();

        var again = (await Client.SendEventsAsync("rybbit", Login(_ann, _device, 3).ToJsonString())).AssertOk().Json;

        Assert.Equal(1, (int)again["accepted"]!);
        Assert.Contains("taken_apart", (string?)again["results"]![0]!["warning"]);
        Assert.Equal(1m, await Client.FactorAsync(_device, "pricing_page_visits"));
        (await UndoAsync(merge)).AssertProblem(409);
    }

    [Fact]
    public async Task Undo_OfNothing_IsNotFound_AndOfNoNumberIsInvalid()
    {
        (await UndoAsync(long.MaxValue)).AssertProblem(404);
        (await Client.AdminAsync(HttpMethod.Post, "people/merges/x/undo")).AssertProblem(400, "merge_id");
    }

    [Fact]
    public async Task Device_OfManyPeople_IsNobodysAndIsListed()
    {
        var people = Enumerable.Range(0, 7).Select(place => Sent.NewId($"p{place}")).ToList();
        EngineResponse? last = null;
        foreach (var (person, place) in people.Select((person, place) => (person, place)))
            last = await Client.SendEventsAsync("rybbit", Login(person, _device, 90 - place).ToJsonString());
        await Client.AcceptEventsAsync("rybbit", Anonymous(_device, "/pricing", 3));

        Assert.Contains("shared_device", (string?)last!.AssertOk().Json["results"]![0]!["warning"]);
        Assert.Equal(_device, await Client.PersonOfAsync(_device));
        foreach (var person in people) Assert.Equal(0m, await Client.FactorAsync(person, "pricing_page_visits"));
        var refused = (await Client.AdminAsync(HttpMethod.Get, "people/merges/refused?limit=200")).AssertOk().Json["items"]!.AsArray();
        Assert.Contains(refused, one => (string?)one!["alias"] == _device && (string?)one["reason"] == "shared_device" && (string?)one["known_id"] == people[^1]);
    }

    [Fact]
    public async Task Login_ByAnIdThatIsNoPersons_IsTheDevicesAndJoinsNothing()
    {
        var other = Sent.NewId("device");
        foreach (var device in new[] { _device, other })
        {
            var answer = (await Client.SendEventsAsync("rybbit", Login("undefined", device).ToJsonString())).AssertOk().Json;
            Assert.Contains("blocked_id", (string?)answer["results"]![0]!["warning"]);
        }

        Assert.Equal((_device, other), (await Client.PersonOfAsync(_device), await Client.PersonOfAsync(other)));
        Assert.Equal(1m, await Client.FactorAsync(_device, "page_views_last_7d"));
    }

    private EngineClient Client => engine.Client;

    private async Task<long> MergeOfAsync(string id)
    {
        var merges = (await Client.AdminAsync(HttpMethod.Get, $"people/{id}/merges")).AssertOk().Json["items"]!.AsArray();
        return (long)Assert.Single(merges)!["id"]!;
    }

    private Task<EngineResponse> UndoAsync(long merge) => Client.AdminAsync(HttpMethod.Post, $"people/merges/{merge}/undo");
}

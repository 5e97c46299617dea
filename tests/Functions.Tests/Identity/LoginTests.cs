using System.Text.Json.Nodes;
using PersonalizationEngine.Functions.Tests.Running;
using static PersonalizationEngine.Functions.Tests.Identity.Ids;

namespace PersonalizationEngine.Functions.Tests.Identity;

/// <summary>A device that somebody logs in on brings its anonymous history along.</summary>
public sealed class LoginTests(SharedEngine engine)
{
    private readonly string _user = Sent.NewId("ann"), _device = Sent.NewId("device"), _phone = Sent.NewId("phone");

    [Fact]
    public async Task Id_NeverSeen_IsANewPersonOfThatId()
    {
        await RybbitAsync(Anonymous(_device), Sent.PageView(_user, "/"));

        Assert.Equal(_device, await engine.Client.PersonOfAsync(_device));
        Assert.Equal(_user, await engine.Client.PersonOfAsync(_user));
    }

    [Fact]
    public async Task Login_FirstGeneration_JoinsWhatWasDoneBeforeAndAfter()
    {
        await RybbitAsync(Anonymous(_device, "/pricing"));
        await RybbitAsync(Login(_user, _device));
        await RybbitAsync(Anonymous(_device, "/pricing"));

        await AssertOnePersonAsync(_user, pricingVisits: 2, _user, _device);
    }

    [Fact]
    public async Task Login_SecondGeneration_JoinsWhatWasDoneBeforeAndAfter()
    {
        await RybbitAsync(Row(_device, "", "/pricing"));
        await RybbitAsync(Row(_device, _user));
        await RybbitAsync(Row(_device, "", "/pricing"));

        await AssertOnePersonAsync(_user, pricingVisits: 2, _user, _device);
    }

    [Fact]
    public async Task Login_InTheMiddleOfABatch_JoinsAllOfIt()
    {
        await RybbitAsync(Anonymous(_device, "/pricing"), Anonymous(_phone, "/pricing"), Login(_user, _device),
            Anonymous(_device, "/pricing"), Login(_user, _phone), Anonymous(_phone, "/pricing"));

        await AssertOnePersonAsync(_user, pricingVisits: 4, _user, _device, _phone);
    }

    [Fact]
    public async Task Login_ArrivingBeforeTheHistory_JoinsItToo()
    {
        await RybbitAsync(Login(_user, _device, minutesAgo: 5));
        await RybbitAsync(Anonymous(_device, "/pricing", minutesAgo: 500));

        await AssertOnePersonAsync(_user, pricingVisits: 1, _user, _device);
    }

    [Fact]
    public async Task Login_Repeated_ChangesNothingMore()
    {
        await RybbitAsync(Anonymous(_device, "/pricing"));
        for (var i = 0; i < 3; i++) await RybbitAsync(Login(_user, _device));

        await AssertOnePersonAsync(_user, pricingVisits: 1, _user, _device);
    }

    [Fact]
    public async Task Login_OfACustomerTheCdpKnew_KeepsFactsAndJoinsBehaviour()
    {
        await CdpAsync(Customer(_user, 100, ("company", "ACME")), Mail(_user));
        await RybbitAsync(Anonymous(_device, "/pricing"), Login(_user, _device));

        await AssertOnePersonAsync(_user, pricingVisits: 1, _user, _device);
        Assert.Equal(1m, await engine.Client.FactorAsync(_device, "email_opens"));
        Assert.True(await engine.Client.HasAsync(_device, "company", "ACME"));
        Assert.True(await engine.Client.HasAsync(_device, "identified", true));
    }

    [Fact]
    public async Task Login_ConcurrentWithEventsOfTheDevice_LosesNone()
    {
        await Task.WhenAll(Enumerable.Range(0, 24).Select(i =>
            RybbitAsync(i % 6 == 5 ? Login(_user, _device) : Anonymous(_device, "/pricing"))));

        await AssertOnePersonAsync(_user, pricingVisits: 20, _user, _device);
    }

    [Fact]
    public async Task Login_ExposuresAndFeedback_JoinThePerson()
    {
        await RybbitAsync(Anonymous(_device));
        var decision = await engine.Client.PersonalizeAsync(_device);
        var shown = new JsonObject { ["type"] = "impression", ["decision_id"] = (string?)decision["decision_id"], ["slot"] = "hero" };
        var goal = new JsonObject { ["type"] = "conversion", ["decision_id"] = (string?)decision["decision_id"], ["goal"] = "trial" };
        (await engine.Client.PostAsync("/api/v1/events", new JsonArray(shown, goal).ToJsonString())).AssertOk();

        await RybbitAsync(Login(_user, _device));

        var store = new EngineStore(engine.Process.DataDirectory);
        foreach (var table in (string[])["feedback", "conversions", "events"])
        {
            Assert.Equal(0, store.Count($"select count(*) from {table} where person_id = $person", ("$person", _device)));
            Assert.NotEqual(0, store.Count($"select count(*) from {table} where person_id = $person", ("$person", _user)));
        }
    }

    [Fact]
    public async Task Login_LeavesATraceInTheAuditAndOnEachEvent()
    {
        await RybbitAsync(Anonymous(_device), Login(_user, _device));

        var store = new EngineStore(engine.Process.DataDirectory);
        var merge = Assert.Single(store.Rows(
            "select action, details from audit where subject = $user", row => (row.GetString(0), row.GetString(1)), ("$user", _user)));
        Assert.Contains(_device, merge.Item2, StringComparison.Ordinal);
        Assert.Equal(
            [_device, _user],
            store.Rows("select identity from events where person_id = $user order by id", row => row.GetString(0), ("$user", _user)));
    }

    private Task RybbitAsync(params JsonObject[] events) => engine.Client.AcceptEventsAsync("rybbit", events);

    private Task CdpAsync(params JsonObject[] events) => engine.Client.AcceptEventsAsync("cdp", events);

    private async Task AssertOnePersonAsync(string person, int pricingVisits, params string[] ids)
    {
        foreach (var id in ids)
        {
            Assert.Equal(person, await engine.Client.PersonOfAsync(id));
            Assert.Equal(pricingVisits, await engine.Client.FactorAsync(id, "pricing_page_visits"));
        }
    }
}

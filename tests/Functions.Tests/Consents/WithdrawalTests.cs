using System.Text.Json.Nodes;
using PersonalizationEngine.Functions.Tests.Running;
using static PersonalizationEngine.Functions.Tests.Identity.Ids;

namespace PersonalizationEngine.Functions.Tests.Consents;

/// <summary>A word about consent counts from the next request on, and what comes in against it is not kept.</summary>
public sealed class WithdrawalTests(AskingEngines engines) : IClassFixture<AskingEngines>
{
    private readonly string _ann = Sent.NewId("ann"), _device = Sent.NewId("device");

    private EngineClient Client => engines.Of(optIn: false).Client;

    [Fact]
    public async Task Refusal_AndChangeOfMind_CountFromTheNextRequestOn_ByEveryIdOfThePerson()
    {
        await Client.AcceptEventsAsync("cdp", Customer(_ann, 600, ("company", "Acme")));
        await Client.AcceptEventsAsync("rybbit", Login(_ann, _device));
        foreach (var (granted, minutesAgo) in new[] { (false, 50), (true, 40), (false, 30) })
        {
            foreach (var id in new[] { _ann, _device }) await Client.PersonalizeAsync(id);
            await Client.AcceptEventsAsync("cdp", Consent(_ann, "personalization", granted, minutesAgo));
            foreach (var id in new[] { _ann, _device }) Assert.Equal(granted, (bool)(await Client.PersonalizeAsync(id))["known"]!);
        }
    }

    [Fact]
    public async Task Event_OfSomebodyWhoRefusesAnalytics_IsIgnoredAndNotKept_UntilTheyAgree()
    {
        await Client.AcceptEventsAsync("cdp", Consent(_ann, "analytics", false, 50));
        var visit = Sent.PageView(_ann, "/pricing", 5).With("event_id", Sent.NewId("e"));

        var refused = (await Client.SendEventsAsync("rybbit", visit.ToJsonString())).AssertOk().Json;
        await Client.AcceptEventsAsync("cdp", Consent(_ann, "analytics", true, 10));
        var agreed = (await Client.SendEventsAsync("rybbit", visit.ToJsonString())).AssertOk().Json;

        Assert.Equal((0, 1), ((int)refused["accepted"]!, (int)refused["ignored"]!));
        Assert.Contains("consent", (string?)refused["results"]![0]!["reason"]);
        Assert.Equal((1, 0), ((int)agreed["accepted"]!, (int)agreed["ignored"]!));
        Assert.Equal(1m, await Client.FactorAsync(_ann, "pricing_page_visits"));
    }

    [Fact]
    public async Task Event_OfADeviceTheRefusingPersonLogsInOn_IsIgnoredFromThenOn()
    {
        await Client.AcceptEventsAsync("cdp", Consent(_ann, "analytics", false, 50));
        await Client.AcceptEventsAsync("rybbit", Anonymous(_device, "/pricing"), Login(_ann, _device));

        var later = (await Client.SendEventsAsync("rybbit", Anonymous(_device, "/pricing", 3).ToJsonString())).AssertOk().Json;

        Assert.Equal(1, (int)later["ignored"]!);
        Assert.Equal(0m, await Client.FactorAsync(_device, "pricing_page_visits"));
    }

    [Fact]
    public async Task Event_OfSomebodyNeverSeen_WhereNobodyIsAsked_LeavesNoTrace()
    {
        var site = engines.Of(optIn: true);
        var answer = (await site.Client.SendEventsAsync("rybbit", Login(_ann, _device).ToJsonString())).AssertOk().Json;

        Assert.Equal(1, (int)answer["ignored"]!);
        Assert.Equal(0, new EngineStore(site.DataDirectory).Count(
            "select (select count(*) from people where person_id in (@ann, @device)) + (select count(*) from identities where identity in (@ann, @device))",
            ("ann", _ann), ("device", _device)));
    }

    [Fact]
    public async Task Feedback_OfSomebodyWhoRefusesAnalytics_IsIgnored()
    {
        var item = Sent.NewId("item");
        await Client.AcceptEventsAsync("cdp", Sent.Item(item), Consent(_ann, "analytics", false, 50));
        var list = (await Client.GetAsync($"/api/v1/recommend/{_ann}?n=1")).AssertOk().Json;
        var report = new JsonObject
        {
            ["type"] = "click",
            ["decision_id"] = (string?)list["decision_id"],
            ["item_id"] = (string?)list["recommendations"]![0]!["item_id"],
        };

        var answer = (await Client.PostAsync("/api/v1/events", report.ToJsonString())).AssertOk().Json;

        Assert.Equal((0, 1), ((int)answer["accepted"]!, (int)answer["ignored"]!));
    }
}

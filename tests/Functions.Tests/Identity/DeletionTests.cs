using System.Text.Json.Nodes;
using PersonalizationEngine.Functions.Tests.Running;
using static PersonalizationEngine.Functions.Tests.Identity.Ids;

namespace PersonalizationEngine.Functions.Tests.Identity;

/// <summary>customer.deleted takes away name, address, traits and consents; what was done stays under the bare id.</summary>
public sealed class DeletionTests(SharedEngine engine)
{
    private readonly string _ann = Sent.NewId("ann"), _anna = Sent.NewId("anna"), _device = Sent.NewId("device");

    [Fact]
    public async Task Deleted_Customer_LosesFactsAndConsentsButNotWhatWasDone()
    {
        await CdpAsync(
            Customer(_ann, 100, ("email", "ann@example.com"), ("name", "Ann"), ("country", "DE"), ("traits", new JsonObject { ["plan"] = "pro" })),
            Consent(_ann, "email", true, 100), Mail(_ann));
        await RybbitAsync(Identify(_ann, 90, new JsonObject { ["web"] = 1 }));

        await CdpAsync(Deleted(_ann, 50));

        foreach (var gone in (string[])["email", "name", "country", "traits.plan", "traits.web"])
            Assert.True(await engine.Client.HasAsync(_ann, gone, null), gone);
        Assert.False(await engine.Client.HasAsync(_ann, "consent.email", true));
        Assert.Equal(1m, await engine.Client.FactorAsync(_ann, "email_opens"));
    }

    [Fact]
    public async Task Deleted_OlderFactsArrivingLater_ChangeNothing()
    {
        await CdpAsync(Deleted(_ann, 50));

        await CdpAsync(Customer(_ann, 60, ("name", "Ann")), Consent(_ann, "email", true, 60));
        await RybbitAsync(Identify(_ann, 60, new JsonObject { ["web"] = 1 }));
        await CdpAsync(Sent.Cdp("lead.submitted", 60, new JsonObject { ["user_id"] = _ann, ["email"] = "ann@example.com" }));

        foreach (var gone in (string[])["name", "email", "traits.web"]) Assert.True(await engine.Client.HasAsync(_ann, gone, null), gone);
        Assert.False(await engine.Client.HasAsync(_ann, "consent.email", true));
    }

    [Fact]
    public async Task Deleted_NewerFacts_BringTheCustomerBackWithThemAlone()
    {
        await CdpAsync(Customer(_ann, 100, ("name", "Ann"), ("company", "ACME")), Deleted(_ann, 50), Customer(_ann, 40, ("name", "Anna")));

        Assert.True(await engine.Client.HasAsync(_ann, "name", "Anna"));
        Assert.True(await engine.Client.HasAsync(_ann, "company", null));
    }

    [Fact]
    public async Task Deleted_ThenBack_FactsFromBeforeTheDeletionStillChangeNothing()
    {
        await CdpAsync(Deleted(_ann, 50), Customer(_ann, 40, ("name", "Anna")));

        await RybbitAsync(Identify(_ann, 60, new JsonObject { ["web"] = 1 }));
        await CdpAsync(Sent.Cdp("lead.submitted", 60, new JsonObject { ["user_id"] = _ann, ["email"] = "ann@example.com" }));
        await CdpAsync(Consent(_ann, "email", true, 60));

        Assert.True(await engine.Client.HasAsync(_ann, "traits.web", null), "traits.web");
        Assert.True(await engine.Client.HasAsync(_ann, "email", null), "email");
        Assert.False(await engine.Client.HasAsync(_ann, "consent.email", true), "consent.email");
    }

    [Fact]
    public async Task Deleted_ArrivingAfterNewerFacts_LeavesThem()
    {
        await CdpAsync(Customer(_ann, 40, ("name", "Ann")));
        await CdpAsync(Deleted(_ann, 50));

        Assert.True(await engine.Client.HasAsync(_ann, "name", "Ann"));
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Deleted_AfterALink_TakesTheAliassConsentsToo(bool inOneBatch)
    {
        await CdpAsync(Customer(_anna, 100, ("name", "Anna")), Consent(_anna, "email", true, 100));

        if (inOneBatch) await CdpAsync(Linked(_ann, _anna), Deleted(_ann, 0));
        else foreach (var sent in (JsonObject[])[Linked(_ann, _anna), Deleted(_ann, 0)]) await CdpAsync(sent);

        Assert.False(await engine.Client.HasAsync(_ann, "consent.email", true), "consent.email");
        Assert.True(await engine.Client.HasAsync(_ann, "name", null), "name");
    }

    [Fact]
    public async Task Deleted_Customer_IsStillReachedByTheirDevice()
    {
        await RybbitAsync(Anonymous(_device, "/pricing"), Login(_ann, _device));
        await CdpAsync(Deleted(_ann, 10));

        Assert.Equal(1m, await engine.Client.FactorAsync(_device, "pricing_page_visits"));
    }

    private Task RybbitAsync(params JsonObject[] events) => engine.Client.AcceptEventsAsync("rybbit", events);

    private Task CdpAsync(params JsonObject[] events) => engine.Client.AcceptEventsAsync("cdp", events);
}

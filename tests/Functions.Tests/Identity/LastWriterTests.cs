using System.Text.Json.Nodes;
using PersonalizationEngine.Functions.Tests.Running;
using static PersonalizationEngine.Functions.Tests.Identity.Ids;

namespace PersonalizationEngine.Functions.Tests.Identity;

/// <summary>Facts are "last writer wins" by the instant they tell, not by the order they arrive in.</summary>
public sealed class LastWriterTests(SharedEngine engine)
{
    private readonly string _ann = Sent.NewId("ann");

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Customer_OlderFactsArrivingLater_ChangeNothing(bool inOneBatch)
    {
        await SendAsync(inOneBatch, Customer(_ann, 10, ("name", "New")), Customer(_ann, 50, ("name", "Old"), ("company", "ACME")));

        Assert.True(await engine.Client.HasAsync(_ann, "name", "New"));
    }

    [Fact]
    public async Task Customer_FieldsNotSent_StayAndNullDeletes()
    {
        await CdpAsync(Customer(_ann, 50, ("name", "Ann"), ("company", "ACME"), ("traits", new JsonObject { ["a"] = 1, ["b"] = 2 })));
        await CdpAsync(Customer(_ann, 40, ("company", null), ("traits", new JsonObject { ["b"] = null, ["c"] = 3 })));

        Assert.True(await engine.Client.HasAsync(_ann, "name", "Ann"));
        Assert.True(await engine.Client.HasAsync(_ann, "company", null));
        Assert.True(await engine.Client.HasAsync(_ann, "traits.a", 1));
        Assert.True(await engine.Client.HasAsync(_ann, "traits.b", null));
        Assert.True(await engine.Client.HasAsync(_ann, "traits.c", 3));
    }

    [Fact]
    public async Task Traits_OfCdpAndWebsite_TheCdpWinsThoughOlder()
    {
        await CdpAsync(Customer(_ann, 50, ("traits", new JsonObject { ["plan"] = "cdp" })));
        await engine.Client.AcceptEventsAsync("rybbit", Identify(_ann, 10, new JsonObject { ["plan"] = "web", ["color"] = "blue" }));

        Assert.True(await engine.Client.HasAsync(_ann, "traits.plan", "cdp"));
        Assert.True(await engine.Client.HasAsync(_ann, "traits.color", "blue"));
    }

    [Fact]
    public async Task Traits_OfTheWebsite_TheNewerInstantWinsAndNullDeletes()
    {
        await engine.Client.AcceptEventsAsync("rybbit",
            Identify(_ann, 10, new JsonObject { ["a"] = "new", ["b"] = null }), Identify(_ann, 50, new JsonObject { ["a"] = "old" }));

        Assert.True(await engine.Client.HasAsync(_ann, "traits.a", "new"));
        Assert.True(await engine.Client.HasAsync(_ann, "traits.b", null));
    }

    [Fact]
    public async Task Campaign_OfTheNewestVisitThatHadOne_Holds()
    {
        await engine.Client.AcceptEventsAsync("rybbit",
            Visit(10, "?utm_source=new"), Visit(50, "?utm_source=old&utm_medium=mail"), Visit(5, "?x=1"));

        Assert.True(await engine.Client.HasAsync(_ann, "utm.source", "new"));
        Assert.True(await engine.Client.HasAsync(_ann, "utm.medium", null));
    }

    private JsonObject Visit(double minutesAgo, string query) =>
        Sent.Rybbit(_ann, "pageview", minutesAgo, "s", ("pathname", "/"), ("querystring", query));

    private Task CdpAsync(params JsonObject[] events) => engine.Client.AcceptEventsAsync("cdp", events);

    private async Task SendAsync(bool inOneBatch, params JsonObject[] events)
    {
        if (inOneBatch) await CdpAsync(events);
        else foreach (var sent in events) await CdpAsync(sent);
    }
}

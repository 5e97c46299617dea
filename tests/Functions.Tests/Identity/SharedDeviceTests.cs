using PersonalizationEngine.Functions.Tests.Running;
using static PersonalizationEngine.Functions.Tests.Identity.Ids;

namespace PersonalizationEngine.Functions.Tests.Identity;

/// <summary>A device that is used by another person belongs to them from then on; its past stays with the first.</summary>
public sealed class SharedDeviceTests(SharedEngine engine)
{
    private readonly string _ann = Sent.NewId("ann"), _bob = Sent.NewId("bob"), _device = Sent.NewId("device");

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Device_ThatAnotherLogsInOn_ChangesHandsWithoutItsPast(bool inOneBatch)
    {
        await SendAsync(
            inOneBatch,
            Anonymous(_device, "/pricing", 90), Login(_ann, _device, 80), Anonymous(_device, "/pricing", 70),
            Login(_bob, _device, 60), Anonymous(_device, "/pricing", 50));

        Assert.Equal((2m, 1m), (await PricingAsync(_ann), await PricingAsync(_bob)));
        Assert.Equal(_bob, await engine.Client.PersonOfAsync(_device));
        Assert.Equal(_ann, await engine.Client.PersonOfAsync(_ann));
    }

    [Fact]
    public async Task Device_ThatComesBack_ChangesHandsAgain()
    {
        await SendAsync(
            false,
            Login(_ann, _device, 90), Login(_bob, _device, 80), Anonymous(_device, "/pricing", 70),
            Login(_ann, _device, 60), Anonymous(_device, "/pricing", 50), Anonymous(_device, "/pricing", 40));

        Assert.Equal((2m, 1m), (await PricingAsync(_ann), await PricingAsync(_bob)));
    }

    [Fact]
    public async Task Device_RowsOfTheSecondGeneration_FollowTheSameRule()
    {
        await SendAsync(
            false,
            Row(_device, "", "/pricing", 90), Row(_device, _ann, "/pricing", 80), Row(_device, _bob, "/pricing", 70),
            Row(_device, "", "/pricing", 60));

        Assert.Equal((2m, 2m), (await PricingAsync(_ann), await PricingAsync(_bob)));
    }

    [Fact]
    public async Task TwoKnownPeople_SeenOnOneDevice_AreNotMerged()
    {
        await engine.Client.AcceptEventsAsync("cdp", Customer(_ann, 100, ("name", "Ann")), Customer(_bob, 100, ("name", "Bob")));
        await SendAsync(false, Login(_ann, _device, 90), Login(_bob, _device, 80), Login(_ann, _device, 70));

        Assert.True(await engine.Client.HasAsync(_ann, "name", "Ann"));
        Assert.True(await engine.Client.HasAsync(_bob, "name", "Bob"));
    }

    /// <summary>Somebody's customer id in the place of a device id must not carry that customer over to another.</summary>
    [Fact]
    public async Task TwoKnownPeople_OneInThePlaceOfADevice_AreNotMerged()
    {
        await engine.Client.AcceptEventsAsync("cdp", Customer(_ann, 100, ("name", "Ann")), Customer(_bob, 100, ("name", "Bob")));
        await SendAsync(false, Sent.PageView(_ann, "/pricing"), Login(_bob, _ann), Sent.PageView(_ann, "/pricing"));

        Assert.Equal(2m, await PricingAsync(_ann));
        Assert.Equal(0m, await PricingAsync(_bob));
        Assert.Equal(_ann, await engine.Client.PersonOfAsync(_ann));
    }

    private async Task SendAsync(bool inOneBatch, params System.Text.Json.Nodes.JsonObject[] events)
    {
        if (inOneBatch) await engine.Client.AcceptEventsAsync("rybbit", events);
        else foreach (var sent in events) await engine.Client.AcceptEventsAsync("rybbit", sent);
    }

    private Task<decimal> PricingAsync(string id) => engine.Client.FactorAsync(id, "pricing_page_visits");
}

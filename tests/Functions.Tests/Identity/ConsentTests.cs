using System.Text.Json.Nodes;
using PersonalizationEngine.Functions.Tests.Running;
using static PersonalizationEngine.Functions.Tests.Identity.Ids;

namespace PersonalizationEngine.Functions.Tests.Identity;

/// <summary>Of two words for one purpose the later one holds, whoever of a person's ids it came under and whenever it arrived.</summary>
public sealed class ConsentTests(SharedEngine engine)
{
    private readonly string _ann = Sent.NewId("ann"), _anna = Sent.NewId("anna");

    [Fact]
    public async Task Consent_NeverAsked_IsAbsent()
    {
        await CdpAsync(Mail(_ann));

        Assert.True(await HasAsync(_ann, "email", null));
    }

    [Fact]
    public async Task Consent_SeveralPurposes_AreKeptApart()
    {
        await CdpAsync(Consent(_ann, "email", true, 50), Consent(_ann, "sms", false, 50));

        Assert.True(await HasAsync(_ann, "email", true));
        Assert.True(await HasAsync(_ann, "sms", false));
        Assert.True(await HasAsync(_ann, "push", null));
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Consent_OlderWordArrivingLater_ChangesNothing(bool inOneBatch)
    {
        await SendAsync(inOneBatch, Consent(_ann, "email", false, 10), Consent(_ann, "email", true, 50));

        Assert.True(await HasAsync(_ann, "email", false));
    }

    [Theory]
    [InlineData(10, 50, true, true)]
    [InlineData(50, 10, true, true)]
    [InlineData(10, 50, true, false)]
    [InlineData(50, 10, true, false)]
    [InlineData(10, 50, false, true)]
    [InlineData(50, 10, false, false)]
    public async Task Merge_BothHaveSaidSomething_TheLaterWordHolds(double annAgo, double annaAgo, bool annSays, bool inOneBatch)
    {
        await SendAsync(inOneBatch, Consent(_ann, "email", annSays, annAgo), Consent(_anna, "email", !annSays, annaAgo), Linked(_ann, _anna));

        Assert.True(await HasAsync(_ann, "email", annAgo < annaAgo ? annSays : !annSays));
    }

    [Fact]
    public async Task Merge_OnlyTheAliasHasSaidSomething_ItHoldsForThePerson()
    {
        await CdpAsync(Consent(_anna, "push", true, 50));
        await CdpAsync(Linked(_ann, _anna));

        Assert.True(await HasAsync(_ann, "push", true));
    }

    [Fact]
    public async Task Merge_OlderWordInTheSameRequest_DoesNotBeatTheAliassNewerOne()
    {
        await CdpAsync(Consent(_anna, "email", false, 10));
        await CdpAsync(Linked(_ann, _anna), Consent(_ann, "email", true, 50));

        Assert.True(await HasAsync(_ann, "email", false));
    }

    private Task<bool> HasAsync(string user, string purpose, JsonNode? value) => engine.Client.HasAsync(user, $"consent.{purpose}", value);

    private Task CdpAsync(params JsonObject[] events) => engine.Client.AcceptEventsAsync("cdp", events);

    private async Task SendAsync(bool inOneBatch, params JsonObject[] events)
    {
        if (inOneBatch) await CdpAsync(events);
        else foreach (var sent in events) await CdpAsync(sent);
    }
}

using System.Text.Json.Nodes;
using PersonalizationEngine.Functions.Tests.Running;
using static PersonalizationEngine.Functions.Tests.Identity.Ids;

namespace PersonalizationEngine.Functions.Tests.Inbox;

/// <summary>From a campaign to the page: what lies in an inbox, and that the very next answer knows what was done with it.</summary>
public sealed class InboxTests(SharedEngine engine)
{
    private readonly string _ann = Sent.NewId("ann"), _device = Sent.NewId("device");

    private EngineClient Client => engine.Client;

    [Fact]
    public async Task Message_OfACampaign_IsInTheInboxAndInTheNextAnswer_ByEveryIdOfThePerson()
    {
        await Client.AcceptEventsAsync("cdp", Customer(_ann, 600, ("name", "Ann")));
        await Client.AcceptEventsAsync("rybbit", Login(_ann, _device));
        foreach (var id in new[] { _ann, _device }) Assert.Equal(0, (int)(await Client.PersonalizeAsync(id))["inbox"]!["unread"]!);

        var message = await Client.SendToInboxAsync(_ann, "News");

        foreach (var id in new[] { _ann, _device })
        {
            var glance = (await Client.PersonalizeAsync(id))["inbox"]!;
            var shown = glance["messages"]![0]!;
            shown.AssertShape(
                "message_id:string", "title:string?", "body:string", "url:string?", "image_url:string?", "data:object", "topic:string?", "priority:number",
                "created_at:instant", "expires_at:instant?", "read_at:instant?");
            Assert.Equal((1, message), ((int)glance["unread"]!, (string)shown["message_id"]!));
            Assert.Equal(("News", "Hello Ann.", "card"), ((string)shown["title"]!, (string)shown["body"]!, (string)shown["data"]!["style"]!));
            Assert.Equal(shown.ToJsonString(), (await Client.InboxAsync(id))["items"]![0]!.ToJsonString());
        }
    }

    [Fact]
    public async Task Reading_ShowsInTheNextAnswer_AndOpensTheDelivery()
    {
        await Client.AcceptEventsAsync("cdp", Customer(_ann, 600));
        var (first, second) = (await Client.SendToInboxAsync(_ann, "First"), await Client.SendToInboxAsync(_ann, "Second"));
        Assert.Equal(["Second", "First"], Titles(await Client.PersonalizeAsync(_ann)));

        var read = (await Client.PostAsync($"/api/v1/inbox/{_ann}/{first}/read")).AssertOk().Json;

        Assert.Equal(1, (int)read["unread"]!);
        Assert.Equal(["Second"], Titles(await Client.PersonalizeAsync(_ann)));
        Assert.NotNull((string?)(await DeliveryAsync(first))["opened_at"]);
        Assert.Null((string?)(await DeliveryAsync(second))["opened_at"]);
        Assert.Equal([second], Ids(await Client.InboxAsync(_ann, "unread=true")));
        Assert.Equal([second, first], Ids(await Client.InboxAsync(_ann, "unread=false")));
    }

    [Fact]
    public async Task Dismissing_AndReadingAll_LeaveNothingUnread()
    {
        await Client.AcceptEventsAsync("cdp", Customer(_ann, 600));
        var (first, second) = (await Client.SendToInboxAsync(_ann, "First"), await Client.SendToInboxAsync(_ann, "Second"));

        (await Client.PostAsync($"/api/v1/inbox/{_ann}/{first}/dismiss")).AssertOk();
        var all = (await Client.PostAsync($"/api/v1/inbox/{_ann}/read")).AssertOk().Json;

        Assert.Equal(0, (int)all["unread"]!);
        Assert.Empty(Titles(await Client.PersonalizeAsync(_ann)));
        Assert.Equal([second], Ids(await Client.InboxAsync(_ann)));
    }

    [Fact]
    public async Task Pages_OfALongInbox_FollowOneAnother()
    {
        await Client.AcceptEventsAsync("cdp", Customer(_ann, 600));
        var sent = new List<string>();
        for (var n = 0; n < 3; n++) sent.Insert(0, await Client.SendToInboxAsync(_ann, $"No. {n}"));

        var first = await Client.InboxAsync(_ann, "limit=2");
        var rest = await Client.InboxAsync(_ann, $"limit=2&cursor={Uri.EscapeDataString((string)first["next_cursor"]!)}");

        Assert.Equal(sent, Ids(first).Concat(Ids(rest)));
        Assert.Null(rest["next_cursor"]);
    }

    [Fact]
    public async Task SomebodyWhoRefusesPersonalization_SeesNothing_UntilTheyAgreeAgain()
    {
        await Client.AcceptEventsAsync("cdp", Customer(_ann, 600));
        var message = await Client.SendToInboxAsync(_ann, "News");

        await Client.AcceptEventsAsync("cdp", Consent(_ann, "personalization", false, 20));

        Assert.Equal(0, (int)(await Client.PersonalizeAsync(_ann))["inbox"]!["unread"]!);
        Assert.Empty(Ids(await Client.InboxAsync(_ann)));
        Assert.Equal(404, (await Client.PostAsync($"/api/v1/inbox/{_ann}/{message}/read")).Status);
        await Client.AcceptEventsAsync("cdp", Consent(_ann, "personalization", true, 10));
        Assert.Equal(["News"], Titles(await Client.PersonalizeAsync(_ann)));
    }

    [Theory]
    [InlineData("limit=0", "limit")]
    [InlineData("limit=201", "limit")]
    [InlineData("unread=perhaps", "unread")]
    [InlineData("cursor=nonsense", "cursor")]
    public async Task Inbox_BadQuestion_IsRefusedByItsField(string query, string field)
    {
        var refused = await Client.GetAsync($"/api/v1/inbox/{_ann}?{query}");

        Assert.Equal((400, field), (refused.Status, (string)refused.Json["errors"]![0]!["field"]!));
    }

    [Fact]
    public async Task Mark_WhatIsNotThere_IsNotFound()
    {
        await Client.AcceptEventsAsync("cdp", Customer(_ann, 600), Customer(_device, 600));
        var message = await Client.SendToInboxAsync(_ann, "News");

        Assert.Equal(404, (await Client.PostAsync($"/api/v1/inbox/{_device}/{message}/read")).Status);
        Assert.Equal(404, (await Client.PostAsync($"/api/v1/inbox/{_ann}/none/dismiss")).Status);
        Assert.Equal(400, (await Client.PostAsync($"/api/v1/inbox/{_ann}/{new string('x', 41)}/read")).Status);
        Assert.Equal(0, (int)(await Client.PostAsync($"/api/v1/inbox/{Sent.NewId()}/read")).AssertOk().Json["unread"]!);
    }

    [Fact]
    public async Task Inbox_OverGraphQl_IsPartOfTheDecision()
    {
        await Client.AcceptEventsAsync("cdp", Customer(_ann, 600));
        await Client.SendToInboxAsync(_ann, "News");
        var question = new JsonObject { ["query"] = $$"""{ personalize(userId: "{{_ann}}") { inbox { unread messages { title data createdAt } } } }""" };

        var inbox = (await Client.PostAsync("/graphql", question.ToJsonString())).AssertOk().Json["data"]!["personalize"]!["inbox"]!;

        Assert.Equal((1, "News", "card"), ((int)inbox["unread"]!, (string)inbox["messages"]![0]!["title"]!, (string)inbox["messages"]![0]!["data"]!["style"]!));
    }

    private static List<string> Titles(JsonNode answer) => [.. answer["inbox"]!["messages"]!.AsArray().Select(one => (string)one!["title"]!)];

    private static List<string> Ids(JsonNode inbox) => [.. inbox["items"]!.AsArray().Select(one => (string)one!["message_id"]!)];

    private async Task<JsonNode> DeliveryAsync(string message) =>
        (await Client.AdminAsync(HttpMethod.Get, $"deliveries?message_id={message}")).AssertOk().Json["items"]![0]!;
}

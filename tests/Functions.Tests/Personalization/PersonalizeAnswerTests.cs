using System.Text.Json.Nodes;
using PersonalizationEngine.Functions.Tests.Running;

namespace PersonalizationEngine.Functions.Tests.Personalization;

public sealed class PersonalizeAnswerTests(SharedEngine engine)
{
    [Fact]
    public async Task Personalize_Stranger_HasEveryDocumentedField()
    {
        var user = Sent.NewId();
        var answer = await engine.Client.PersonalizeAsync(user, "slots=hero");

        answer.AssertShape(
            "decision_id:string", "user_id:string", "known:boolean", "identified:boolean", "segment:string", "score:number",
            "slots:object", "recommendations:array", "experiments:array", "attributes:object", "messages:array", "inbox:object", "degraded:boolean",
            "sources:object", "unused_inputs:array", "explanation:array?", "generated_at:instant");
        answer["inbox"].AssertShape("unread:number", "messages:array");
        answer["slots"]!["hero"].AssertShape("content:object", "rule:object?", "reason:string");
        answer["sources"].AssertShape("profile:string", "profile_age_seconds:number", "recommendations:string", "playbook:number");
        Assert.Equal(user, (string?)answer["user_id"]);
        Assert.Equal((false, false, false), ((bool)answer["known"]!, (bool)answer["identified"]!, (bool)answer["degraded"]!));
        Assert.Equal("live", (string?)answer["sources"]!["profile"]);
        Assert.InRange(DateTimeOffset.Parse((string)answer["generated_at"]!), DateTimeOffset.UtcNow.AddMinutes(-1), DateTimeOffset.UtcNow.AddSeconds(1));
    }

    [Fact]
    public async Task Personalize_Stranger_GetsTheEditorialContentOfEverySlot()
    {
        var slots = (await engine.Client.PersonalizeAsync(Sent.NewId()))["slots"]!;

        Assert.Equal("See your whole funnel in one place", (string?)slots["hero"]!["content"]!["headline"]);
        Assert.Equal("/guides", (string?)slots["hero"]!["content"]!["cta"]!["url"]);
        Assert.Equal(("fallback", ""), ((string?)slots["banner"]!["reason"], (string?)slots["banner"]!["content"]!["text"]));
    }

    [Fact]
    public async Task Personalize_CustomerOfTheCdp_IsKnownAndIdentified()
    {
        var user = Sent.NewId();
        await engine.Client.AcceptEventsAsync("cdp", Sent.Cdp("customer.upserted", 1, new JsonObject { ["user_id"] = user, ["country"] = "DE" }));

        var answer = await engine.Client.PersonalizeAsync(user);

        Assert.Equal((true, true), ((bool)answer["known"]!, (bool)answer["identified"]!));
    }

    [Fact]
    public async Task Personalize_WithAnItem_ShowsItWithSourceAndReason()
    {
        var item = Sent.NewId("item");
        await engine.Client.AcceptEventsAsync("cdp", Sent.Item(item));
        var user = Sent.NewId();
        await engine.Client.AddRuleAsync(Defined.Rule(
            Defined.For(user), new JsonObject { ["type"] = "pin", ["item_id"] = item }));

        var shown = (await engine.Client.PersonalizeAsync(user))["recommendations"]![0];

        shown.AssertShape("item_id:string", "title:string?", "url:string?", "score:number", "source:string", "reason:string");
        Assert.Equal((item, $"Title of {item}", "pinned"), ((string?)shown!["item_id"], (string?)shown["title"], (string?)shown["source"]));
    }

    [Fact]
    public async Task Personalize_TwoAnswers_HaveDecisionIdsOfTheirOwn()
    {
        var user = Sent.NewId();
        var ids = await Task.WhenAll(Enumerable.Range(0, 20).Select(async _ => (string?)(await engine.Client.PersonalizeAsync(user))["decision_id"]));

        Assert.Equal(20, ids.Distinct().Count());
    }

    [Theory]
    [InlineData("personalize")]
    [InlineData("recommend")]
    [InlineData("segment")]
    public async Task Answers_OfOnePerson_MayNotBeKeptOnTheWay(string endpoint)
    {
        using var http = new HttpClient();
        using var request = new HttpRequestMessage(HttpMethod.Get, $"{engine.Process.Address()}api/v1/{endpoint}/{Sent.NewId()}");
        request.Headers.Add("x-functions-key", EngineProcess.FunctionKey);
        using var response = await http.SendAsync(request, TestContext.Current.CancellationToken);

        Assert.True(response.Headers.CacheControl?.NoStore);
        Assert.Equal("utf-8", response.Content.Headers.ContentType?.CharSet);
    }
}

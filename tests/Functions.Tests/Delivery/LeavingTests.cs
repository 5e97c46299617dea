using System.Net;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using PersonalizationEngine.Functions.Tests.Running;

namespace PersonalizationEngine.Functions.Tests.Delivery;

/// <summary>The way out of a list, and the page on which people choose.</summary>
public sealed partial class LeavingTests(MessagingEngine engine) : IClassFixture<MessagingEngine>
{
    [Fact]
    public async Task OneClick_OfAMessageWithoutATopic_WithdrawsTheConsentToItsChannel()
    {
        var user = await engine.PersonAsync(email: "ada@example.com");
        var headers = (await engine.PreviewAsync(user, "email", MessagingEngine.Email("x", "x")))["headers"]!;
        Assert.Equal("List-Unsubscribe=One-Click", (string)headers["List-Unsubscribe-Post"]!);
        var path = MessagingEngine.PathOf(((string)headers["List-Unsubscribe"]!).Trim('<', '>'));

        var page = await AskAsync(HttpMethod.Get, path);
        Assert.Contains("method=\"post\"", page.Body, StringComparison.Ordinal);
        Assert.DoesNotContain("ada@example.com", page.Body, StringComparison.Ordinal);
        Assert.Contains("a•••@e•••.com", WebUtility.HtmlDecode(page.Body), StringComparison.Ordinal);
        Assert.True(await engine.ConsentsAsync(user, "email"));
        Assert.Equal(400, (await AskAsync(HttpMethod.Post, path, ("x", "y"))).Status);
        Assert.True(await engine.ConsentsAsync(user, "email"));

        for (var i = 0; i < 2; i++) Assert.Equal(200, (await AskAsync(HttpMethod.Post, path, ("List-Unsubscribe", "One-Click"))).Status);
        Assert.False(await engine.ConsentsAsync(user, "email"));
        Assert.True(await engine.ConsentsAsync(user, "sms"));
        // Who hears of it: the decision knows at once.
        Assert.True(await engine.Client.HoldsAsync(user, new JsonObject { ["consent.email"] = false }));
        Assert.Equal(404, (await AskAsync(HttpMethod.Post, path + "A", ("List-Unsubscribe", "One-Click"))).Status);
    }

    [Fact]
    public async Task OneClick_OfAMessageOnATopic_SwitchesTheTopicOffAndLeavesTheChannel()
    {
        var user = await engine.PersonAsync(email: "ada@example.com");
        var headers = (await engine.PreviewAsync(user, "email", MessagingEngine.Email("x", "x", "offers")))["headers"]!;
        var path = MessagingEngine.PathOf(((string)headers["List-Unsubscribe"]!).Trim('<', '>'));

        var done = await AskAsync(HttpMethod.Post, path, ("List-Unsubscribe", "One-Click"));

        Assert.Contains("Offers &lt;&amp; more&gt;", done.Body, StringComparison.Ordinal);
        var preferences = (await engine.Client.GetAsync($"/api/v1/people/{user}/preferences")).AssertOk().Json;
        Assert.True((bool)preferences["channels"]!["email"]!);
        Assert.Equal((false, true), ((bool)preferences["topics"]![0]!["channels"]!["email"]!, (bool)preferences["topics"]![0]!["channels"]!["sms"]!));
        Assert.Empty((await engine.PreviewAsync(user, "email", MessagingEngine.Email("x", "x", "orders")))["headers"]!.AsObject());
    }

    [Fact]
    public async Task Page_Saved_WritesWhatDiffersAndNothingElse()
    {
        var user = await engine.PersonAsync(email: "ada@example.com", phone: "+49 151 12345678");
        var email = await engine.PreviewAsync(user, "email", MessagingEngine.Email("x", "<a href=\"{{ preferences_url }}\">x</a>"));
        var path = MessagingEngine.PathOf(Links().Match((string)email["html"]!).Groups[1].Value);

        var page = await AskAsync(HttpMethod.Get, path);
        Assert.Equal("default-src 'none'; style-src", page.Policy![..29]);
        Assert.DoesNotContain("<script", page.Body, StringComparison.Ordinal);
        Assert.DoesNotContain("12345678", page.Body, StringComparison.Ordinal);
        Assert.DoesNotContain(user, page.Body, StringComparison.Ordinal);
        Assert.Contains("Offers &lt;&amp; more&gt;", page.Body, StringComparison.Ordinal);
        Assert.Contains("name=\"topic.news.email\" value=\"on\">", page.Body, StringComparison.Ordinal);
        Assert.DoesNotContain("topic.orders", page.Body, StringComparison.Ordinal);

        var saved = await AskAsync(HttpMethod.Post, path, ("save", "1"), ("channel.email", "on"), ("channel.push", "on"), ("topic.news.email", "on"), ("topic.offers.push", "on"), ("topic.orders.email", "on"), ("topic.nope.email", "on"));
        Assert.Contains("saved", saved.Body, StringComparison.Ordinal);
        var preferences = (await engine.Client.GetAsync($"/api/v1/people/{user}/preferences")).AssertOk().Json;
        Assert.Equal("""{"email":true,"sms":false,"push":true}""", preferences["channels"]!.ToJsonString());
        Assert.Equal("""{"website":false,"email":false,"sms":false,"push":true}""", preferences["topics"]![0]!["channels"]!.ToJsonString());
        Assert.True((bool)preferences["topics"]![1]!["channels"]!["email"]!);
        Assert.Equal(4, engine.Store.Count("select count(*) from topic_choices where person_id = @id", ("@id", user)));

        await AskAsync(HttpMethod.Post, path, ("stop_all", "1"));
        Assert.Equal("""{"email":false,"sms":false,"push":false}""", (await engine.Client.GetAsync($"/api/v1/people/{user}/preferences")).AssertOk().Json["channels"]!.ToJsonString());
        Assert.Equal(404, (await AskAsync(HttpMethod.Get, path + "A")).Status);
    }

    [Fact]
    public async Task Api_SaysWhatSomebodyWants_AndTakesIt()
    {
        var user = await engine.PersonAsync();
        var path = $"/api/v1/people/{user}/preferences";

        var saved = await PutAsync(path, """{"channels":{"sms":false},"topics":{"offers":{"email":false}}}""");
        Assert.Equal((true, false), ((bool)saved.AssertOk().Json["channels"]!["email"]!, (bool)saved.Json["channels"]!["sms"]!));
        Assert.False((bool)saved.Json["topics"]![0]!["channels"]!["email"]!);
        (await PutAsync(path, """{"topics":{"orders":{"email":false}}}""")).AssertProblem(400, "topics.orders.email");
        (await PutAsync(path, """{"topics":{"weather":{"email":false}}}""")).AssertProblem(400, "topics.weather");
        (await PutAsync(path, """{"channels":{"fax":true}}""")).AssertProblem(400, "channels.fax");
        var unknown = (await engine.Client.GetAsync($"/api/v1/people/{Sent.NewId()}/preferences")).AssertOk().Json;
        Assert.Equal((false, false, true), ((bool)unknown["channels"]!["email"]!, (bool)unknown["topics"]![1]!["channels"]!["email"]!, (bool)unknown["topics"]![2]!["channels"]!["email"]!));
    }

    [GeneratedRegex("href=\"([^\"]*)\"")]
    private static partial Regex Links();

    private Task<EngineResponse> PutAsync(string path, string json) => engine.Client.SendAsync(HttpMethod.Put, path, json, EngineProcess.FunctionKey);

    private async Task<(int Status, string Body, string? Policy)> AskAsync(HttpMethod method, string path, params (string Name, string Value)[] form)
    {
        using var client = new HttpClient { BaseAddress = engine.Client.Address };
        using var request = new HttpRequestMessage(method, path);
        if (form.Length > 0) request.Content = new FormUrlEncodedContent(form.Select(field => KeyValuePair.Create(field.Name, field.Value)));
        using var answer = await client.SendAsync(request);
        Assert.Equal("text/html", answer.Content.Headers.ContentType?.MediaType);
        return ((int)answer.StatusCode, await answer.Content.ReadAsStringAsync(), answer.Headers.TryGetValues("Content-Security-Policy", out var policy) ? policy.First() : null);
    }
}

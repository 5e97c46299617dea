using System.Net;
using System.Text.Json.Nodes;
using PersonalizationEngine.Functions.Tests.Access;

namespace PersonalizationEngine.Functions.Tests.Idempotency;

/// <summary>Pages send again, too: a key is the person's on the site, whichever token proves them.</summary>
public sealed class BrowserKeyTests(BrowserEngine engine) : IClassFixture<BrowserEngine>
{
    private const string Replayed = "Idempotent-Replayed";

    [Fact]
    public async Task Events_SentAgainWithAFreshToken_AreAnsweredAlike()
    {
        var (key, person) = (KeyedClient.NewKey(), $"person-{Guid.CreateVersion7():N}");
        using var first = await SendAsync("events", "[{}]", await engine.MintAsync(person), key);
        await Task.Delay(1100, TestContext.Current.CancellationToken);
        using var again = await SendAsync("events", "[{}]", await engine.MintAsync(person), key);

        Assert.Equal(first.StatusCode, again.StatusCode);
        // A batch of which nothing could be used is refused as a whole, and nothing is kept of it.
        Assert.Equal(first.StatusCode == HttpStatusCode.OK, again.Headers.Contains(Replayed));
    }

    [Fact]
    public async Task Login_SentAgain_IsDoneOnceAndPagesMayReadTheHeader()
    {
        var key = KeyedClient.NewKey();
        var login = $$"""{"visitor_token":"{{await VisitorAsync()}}"}""";
        var (person, other) = (await engine.MintAsync("login-of-the-tests"), await engine.MintAsync("login-of-others"));

        using var first = await SendAsync("login", login, person, key);
        using var again = await SendAsync("login", login, person, key);
        using var reused = await SendAsync("login", "{}", person, key);
        using var another = await SendAsync("login", "{}", other, key);

        Assert.Equal((HttpStatusCode.NoContent, HttpStatusCode.NoContent), (first.StatusCode, again.StatusCode));
        Assert.Equal((false, true), (first.Headers.Contains(Replayed), again.Headers.Contains(Replayed)));
        Assert.Equal(BrowserEngine.Origin, again.Headers.GetValues("Access-Control-Allow-Origin").Single());
        Assert.Contains(Replayed, again.Headers.GetValues("Access-Control-Expose-Headers").Single(), StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, reused.StatusCode);
        Assert.Equal(HttpStatusCode.BadRequest, another.StatusCode);
    }

    [Fact]
    public async Task Key_OfSomebodyUnproven_IsNotLookedAt()
    {
        var key = KeyedClient.NewKey();
        using var unproven = await SendAsync("login", "{}", "rubbish", key);
        Assert.Equal(HttpStatusCode.Unauthorized, unproven.StatusCode);
    }

    [Fact]
    public async Task Preflight_AllowsTheHeader()
    {
        using var answer = await engine.SendAsync(HttpMethod.Options, "events", null, BrowserEngine.Origin, null, BrowserEngine.Site);
        Assert.Contains("idempotency-key", answer.Headers.GetValues("Access-Control-Allow-Headers").Single(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Visitor_WithAKey_GetsAnotherTokenEachTime()
    {
        var key = KeyedClient.NewKey();
        using var first = await SendAsync("visitor", "", null, key);
        using var again = await SendAsync("visitor", "", null, key);
        Assert.False(again.Headers.Contains(Replayed));
        Assert.NotEqual(await UserOfAsync(first), await UserOfAsync(again));
    }

    private async Task<string> VisitorAsync()
    {
        using var welcome = await engine.PostAsync("visitor", "");
        return (string)JsonNode.Parse(await welcome.Content.ReadAsStringAsync(TestContext.Current.CancellationToken))!["token"]!;
    }

    private static async Task<string> UserOfAsync(HttpResponseMessage answer) =>
        (string)JsonNode.Parse(await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken))!["user_id"]!;

    private Task<HttpResponseMessage> SendAsync(string path, string json, string? token, string key) =>
        engine.SendAsync(HttpMethod.Post, path, token, BrowserEngine.Origin, json, BrowserEngine.Site, ("Idempotency-Key", key));
}

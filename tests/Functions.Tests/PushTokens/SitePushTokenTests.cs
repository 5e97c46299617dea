using System.Net;
using System.Text.Json.Nodes;
using PersonalizationEngine.Functions.Tests.Access;
using PersonalizationEngine.Functions.Tests.Running;

namespace PersonalizationEngine.Functions.Tests.PushTokens;

public sealed class SitePushTokenTests(BrowserEngine engine) : IClassFixture<BrowserEngine>
{
    [Fact]
    public async Task Token_OfAPage_IsThatOfThePersonOfTheToken()
    {
        var (person, token) = (Sent.NewId(), Sent.NewId("push"));
        var body = new JsonObject { ["token"] = token }.ToJsonString();

        using var saved = await engine.PostAsync("push-tokens", body, OwnToken.Of(person));
        Assert.Equal(HttpStatusCode.NoContent, saved.StatusCode);
        var path = $"/api/v1/people/{person}/push-tokens/{token}";
        using var removed = await engine.PostAsync("push-tokens/remove", body, OwnToken.Of(person));
        Assert.Equal(HttpStatusCode.NoContent, removed.StatusCode);
        Assert.Equal(404, (await engine.Client.SendAsync(HttpMethod.Delete, path, null, EngineProcess.FunctionKey)).Status);
    }

    [Fact]
    public async Task Token_WithoutAPerson_IsRefused()
    {
        using var answer = await engine.PostAsync("push-tokens", """{"token":"t"}""", null);
        Assert.Equal(HttpStatusCode.Unauthorized, answer.StatusCode);
    }
}

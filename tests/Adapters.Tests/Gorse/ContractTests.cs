using System.Net;
using System.Text;
using System.Text.Json.Nodes;
using PersonalizationEngine.Servers;

namespace PersonalizationEngine.Adapters.Tests.Gorse;

/// <summary>What gorsejs cannot ask the server of the tests: raw requests, the other generation, and death.</summary>
public sealed class ContractTests
{
    private static CancellationToken Ending => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData(false, "x: item not found", "[]", "200 []")]
    [InlineData(true, "item x not found", "null", "404 recommender other not found")]
    public async Task Server_OfEitherGeneration_AnswersInItsWords(bool isHead, string missing, string empty, string unknownRecommender)
    {
        await using var server = await GorseServer.StartAsync(new GorseServerOptions(isHead));
        using var http = Open(server);

        Assert.Equal((HttpStatusCode.NotFound, missing), await GetAsync(http, "/api/item/x"));
        Assert.Equal((HttpStatusCode.OK, empty), await GetAsync(http, "/api/item/x/neighbors/"));
        var (status, text) = await GetAsync(http, "/api/item-to-item/other/x");
        Assert.Equal(unknownRecommender, $"{(int)status} {text}");
        Assert.Equal((HttpStatusCode.OK, "[]"), await GetAsync(http, "/api/recommend/nobody"));
    }

    [Fact]
    public async Task Requests_AreReadAsGoDoes()
    {
        await using var server = await GorseServer.StartAsync();
        using var http = Open(server);

        await SendAsync(http, HttpMethod.Post, "/api/user", """{"userid":"a","COMMENT":"c","unknown":[true]}""");
        Assert.Equal("c", (string)JsonNode.Parse((await GetAsync(http, "/api/user/a")).Text)!["Comment"]!);
        Assert.Equal(HttpStatusCode.BadRequest, (await SendAsync(http, HttpMethod.Post, "/api/user", """{"UserId":5}""")).Status);
        Assert.Equal(HttpStatusCode.BadRequest, (await SendAsync(http, HttpMethod.Post, "/api/users", "{")).Status);
        Assert.Equal(HttpStatusCode.BadRequest, (await GetAsync(http, "/api/recommend/a?n=many")).Status);
        Assert.Equal(HttpStatusCode.InternalServerError, (await GetAsync(http, "/api/users?cursor=%25")).Status);
        // An encoded slash is a slash.
        await SendAsync(http, HttpMethod.Post, "/api/item", """{"ItemId":"a/b"}""");
        Assert.Equal(HttpStatusCode.NotFound, (await GetAsync(http, "/api/item/a%2Fb")).Status);
    }

    [Fact]
    public async Task Health_WithoutAKey_IsOpenAndTellsOfBadStores()
    {
        await using var server = await GorseServer.StartAsync(new GorseServerOptions(Arguments: "--not-ready"));
        using var http = new HttpClient { BaseAddress = server.Url };

        Assert.Equal(HttpStatusCode.OK, (await GetAsync(http, "/api/health/live")).Status);
        var (status, text) = await GetAsync(http, "/api/health/ready");
        Assert.Equal(HttpStatusCode.ServiceUnavailable, status);
        Assert.False((bool)JsonNode.Parse(text)!["Ready"]!);
        Assert.Equal((HttpStatusCode.Unauthorized, "unauthorized"), await GetAsync(http, "/api/users"));
    }

    [Fact]
    public async Task Feedback_OfUnknownsWithoutAutoInsert_IsSkippedInSilence()
    {
        await using var server = await GorseServer.StartAsync(new GorseServerOptions(Arguments: "--no-auto-insert"));
        using var http = Open(server);

        var (status, text) = await SendAsync(http, HttpMethod.Put, "/api/feedback", """[{"FeedbackType":"like","UserId":"u","ItemId":"i"}]""");

        Assert.Equal((HttpStatusCode.OK, 1), (status, (int)JsonNode.Parse(text)!["RowAffected"]!));
        Assert.Equal("[]", (await GetAsync(http, "/api/user/u/feedback")).Text);
    }

    [Fact]
    public async Task Recommend_WithReplacementOn_BringsBackAllButWhatWasDisliked()
    {
        await using var server = await GorseServer.StartAsync(new GorseServerOptions(Arguments: ["--replacement", "--negative", "dislike"]));
        using var http = Open(server);
        await SendAsync(http, HttpMethod.Put, "/api/feedback",
            """[{"FeedbackType":"read","UserId":"u","ItemId":"a"},{"FeedbackType":"dislike","UserId":"u","ItemId":"b"}]""");
        await SendAsync(http, HttpMethod.Post, "/api/items", """[{"ItemId":"c","IsHidden":true},{"ItemId":"d","Categories":["x","y"]}]""");

        Assert.Equal(["a", "d"], await IdsAsync(http, "/api/recommend/u"));
        Assert.Equal(["d"], await IdsAsync(http, "/api/recommend/u?category=x&category=y"));
        Assert.Empty(await IdsAsync(http, "/api/recommend/u?category=x&category=z"));
        Assert.Equal(["d"], await IdsAsync(http, "/api/recommend/u?n=1&offset=1"));
        Assert.Equal(2, (await IdsAsync(http, "/api/recommend/u?n=0")).Count);
    }

    [Fact]
    public async Task State_AfterAKill_IsThere()
    {
        await using var server = await GorseServer.StartAsync();
        using var http = Open(server);
        await SendAsync(http, HttpMethod.Post, "/api/feedback", """[{"FeedbackType":"like","UserId":"u","ItemId":"i","Value":1.5}]""");
        await SendAsync(http, HttpMethod.Post, "/api/feedback", """[{"FeedbackType":"like","UserId":"u","ItemId":"i","Value":1}]""");
        await SendAsync(http, HttpMethod.Post, "/api/item", """{"ItemId":"gone"}""");
        await SendAsync(http, HttpMethod.Delete, "/api/item/gone", "");
        var before = await GetAsync(http, "/api/feedback?n=10");

        await server.Process.KillAsync();
        await server.Process.StartAsync();

        Assert.Equal(before, await GetAsync(http, "/api/feedback?n=10"));
        Assert.Equal(2.5, (double)JsonNode.Parse(before.Text)!["Feedback"]![0]!["Value"]!);
        Assert.Equal(HttpStatusCode.NotFound, (await GetAsync(http, "/api/item/gone")).Status);
    }

    private static HttpClient Open(GorseServer server)
    {
        var http = new HttpClient { BaseAddress = server.Url };
        http.DefaultRequestHeaders.Add("X-API-Key", server.ApiKey);
        return http;
    }

    private static async Task<List<string>> IdsAsync(HttpClient http, string path) =>
        [.. JsonNode.Parse((await GetAsync(http, path)).Text)!.AsArray().Select(id => (string)id!)];

    private static Task<(HttpStatusCode Status, string Text)> GetAsync(HttpClient http, string path) => SendAsync(http, HttpMethod.Get, path, null);

    private static async Task<(HttpStatusCode Status, string Text)> SendAsync(HttpClient http, HttpMethod method, string path, string? json)
    {
        using var request = new HttpRequestMessage(method, path);
        if (json is not null) request.Content = new StringContent(json, Encoding.UTF8, "application/json");
        using var response = await http.SendAsync(request, Ending);
        return (response.StatusCode, await response.Content.ReadAsStringAsync(Ending));
    }
}

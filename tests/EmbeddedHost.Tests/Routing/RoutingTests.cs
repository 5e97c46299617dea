using System.Net;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;

namespace EmbeddedHost.Tests.Routing;

public sealed class RoutingTests : IAsyncLifetime
{
    private RunningHost _host = null!;

    public async ValueTask InitializeAsync() => _host = await RunningHost.StartAsync(typeof(Routes));

    public ValueTask DisposeAsync() => _host.DisposeAsync();

    [Theory]
    [InlineData("items/7", "7")]
    [InlineData("ITEMS/7", "7")]
    [InlineData("items/7/", "7")]
    [InlineData("files/a/b.txt", "a/b.txt")]
    [InlineData("files", "")]
    [InlineData("named", "default route")]
    [InlineData("NAMED/", "default route")]
    [InlineData("texts/a%2Fb", "a%2Fb")]
    [InlineData("texts/a%20b", "a b")]
    public async Task Get_MatchingPath_CallsTheFunction(string path, string answer) =>
        Assert.Equal(answer, await _host.GetAsync(path));

    [Theory]
    [InlineData("GET", "nowhere")]
    [InlineData("GET", "items")]
    [InlineData("GET", "items/seven")]
    [InlineData("GET", "texts/a/b")]
    [InlineData("POST", "items/7")]
    [InlineData("HEAD", "items/7")]
    [InlineData("OPTIONS", "items/7")]
    [InlineData("GET", "locked-by-method")]
    public async Task Send_UnknownPathOrMethodOrFailedConstraint_Is404(string method, string path)
    {
        using var response = await _host.SendAsync(method, path);
        Assert.Equal(HttpStatusCode.NotFound, response.StatusCode);
        Assert.False(response.Content.Headers.Contains("Allow"));
    }

    [Fact]
    public async Task Get_UnknownPath_AnswersProblemDetails()
    {
        using var response = await _host.SendAsync("GET", "nowhere");
        await ProblemAssert.IsAsync(response, HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task Get_NoPrefixInHostJson_ServesUnderApi()
    {
        await using var host = await RunningHost.StartAsync(new HostOptions { Types = [typeof(Routes)], HostJson = null });
        Assert.Equal("7", await host.GetAsync("api/items/7"));
        Assert.Equal(HttpStatusCode.NotFound, (await host.SendAsync("GET", "items/7")).StatusCode);
    }

    [Fact]
    public async Task Get_PrefixInHostJson_ServesUnderIt()
    {
        const string json = """
            {
              // comments and trailing commas are accepted, as by the real host
              "extensions": { "http": { "routePrefix": "/v2/", } },
            }
            """;
        await using var host = await RunningHost.StartAsync(new HostOptions { Types = [typeof(Routes)], HostJson = json });
        Assert.Equal("7", await host.GetAsync("v2/items/7"));
    }

    [Theory]
    [InlineData("AzureWebJobs.Item.Disabled", "true")]
    [InlineData("AzureWebJobs:Item:Disabled", "1")]
    public async Task Get_DisabledFunction_Is404(string setting, string value)
    {
        await using var host = await RunningHost.StartAsync(new HostOptions
        {
            Types = [typeof(Routes)],
            Settings = new Dictionary<string, string> { [setting] = value },
        });
        Assert.Equal(HttpStatusCode.NotFound, (await host.SendAsync("GET", "items/7")).StatusCode);
        Assert.Equal("default route", await host.GetAsync("named"));
    }

    public static class Routes
    {
        [Function("Item")]
        public static IResult Item(
            [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "items/{id:int}")] HttpRequest request, string id) =>
            Results.Text(id);

        [Function("Files")]
        public static IResult Files(
            [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "files/{*path}")] HttpRequest request, string? path) =>
            Results.Text(path ?? "");

        [Function("Named")]
        public static IResult Named([HttpTrigger(AuthorizationLevel.Anonymous)] HttpRequest request) =>
            Results.Text("default route");

        [Function("Texts")]
        public static IResult Texts(
            [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "texts/{text}")] HttpRequest request, string text) =>
            Results.Text(text);

        [Function("LockedByMethod")]
        public static void LockedByMethod(
            [HttpTrigger(AuthorizationLevel.Function, "post", Route = "locked-by-method")] HttpRequest request) => _ = request;
    }
}

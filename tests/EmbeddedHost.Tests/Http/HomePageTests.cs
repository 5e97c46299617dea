using System.Net;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;

namespace EmbeddedHost.Tests.Http;

public sealed class HomePageTests
{
    [Fact]
    public async Task Get_Root_ShowsTheHomePage()
    {
        await using var host = await RunningHost.StartAsync(typeof(Elsewhere));
        using var response = await host.SendAsync("GET", "/");
        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        Assert.Equal("text/html", response.Content.Headers.ContentType?.MediaType);
        Assert.Equal(HttpStatusCode.NotFound, (await host.SendAsync("POST", "/")).StatusCode);
    }

    [Fact]
    public async Task Get_RootWithHomePageDisabled_Is404()
    {
        await using var host = await RunningHost.StartAsync(new HostOptions
        {
            Types = [typeof(Elsewhere)],
            Settings = new Dictionary<string, string> { ["AzureWebJobsDisableHomepage"] = "true" },
        });
        Assert.Equal(HttpStatusCode.NotFound, (await host.SendAsync("GET", "/")).StatusCode);
    }

    [Fact]
    public async Task Get_RootClaimedByAFunction_CallsIt()
    {
        await using var host = await RunningHost.StartAsync(typeof(Claiming));
        Assert.Equal("mine", await host.GetAsync("/"));
        Assert.Equal("mine", await host.GetAsync("/any/path"));
    }

    public static class Elsewhere
    {
        [Function("elsewhere")]
        public static void Run([HttpTrigger] HttpRequest request) => _ = request;
    }

    public static class Claiming
    {
        [Function("pages")]
        public static IResult Run([HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "{*path}")] HttpRequest request) =>
            Results.Text("mine");
    }
}

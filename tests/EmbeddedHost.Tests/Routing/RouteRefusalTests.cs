using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;

namespace EmbeddedHost.Tests.Routing;

public sealed class RouteRefusalTests
{
    [Fact]
    public async Task Start_ManyFaultyRoutes_NamesEveryOneInOneMessage()
    {
        var message = await RunningHost.RefusalAsync(typeof(FaultyRoutes));

        Assert.Contains("The route '/slash' of function LeadingSlash", message, StringComparison.Ordinal);
        Assert.Contains("The route '/' of function OnlySlash", message, StringComparison.Ordinal);
        Assert.Contains("The route '' of function Empty", message, StringComparison.Ordinal);
        Assert.Contains("The route 'admin/keys' of function Admin", message, StringComparison.Ordinal);
        Assert.Contains("The route 'Runtime' of function Runtime", message, StringComparison.Ordinal);
        Assert.Contains("The route 'x/{id:nosuch}' of function Constraint", message, StringComparison.Ordinal);
        Assert.Contains("The route 'y/{id:min(z)}' of function BadArgument", message, StringComparison.Ordinal);
        Assert.Contains("The route 'z/{id' of function Unclosed", message, StringComparison.Ordinal);
        Assert.Equal(8, message.Split(Environment.NewLine).Length);
    }

    [Fact]
    public async Task Start_TemplatesForTheSameRequest_NamesBothFunctions()
    {
        var message = await RunningHost.RefusalAsync(typeof(OverlappingRoutes));

        Assert.Contains("Functions ById and Popular can match the same request: GET /items/{id} and any method /items/popular",
            message, StringComparison.Ordinal);
        Assert.Contains("Functions SameOne and SameTwo can match the same request", message, StringComparison.Ordinal);
        Assert.Equal(2, message.Split(Environment.NewLine).Length);
    }

    [Fact]
    public async Task Start_SameTemplateWithOtherMethods_Starts()
    {
        await using var host = await RunningHost.StartAsync(typeof(SplitByMethod));
        Assert.Equal("read", await host.GetAsync("items/1"));
        Assert.Equal("written", await host.TextAsync("POST", "items/1"));
    }

    public static class FaultyRoutes
    {
        [Function("LeadingSlash")]
        public static void LeadingSlash([HttpTrigger(Route = "/slash")] HttpRequest request) => _ = request;

        [Function("OnlySlash")]
        public static void OnlySlash([HttpTrigger(Route = "/")] HttpRequest request) => _ = request;

        [Function("Empty")]
        public static void Empty([HttpTrigger(Route = "")] HttpRequest request) => _ = request;

        [Function("Admin")]
        public static void Admin([HttpTrigger(Route = "admin/keys")] HttpRequest request) => _ = request;

        [Function("Runtime")]
        public static void Runtime([HttpTrigger(Route = "Runtime")] HttpRequest request) => _ = request;

        [Function("Constraint")]
        public static void Constraint([HttpTrigger(Route = "x/{id:nosuch}")] HttpRequest request) => _ = request;

        [Function("BadArgument")]
        public static void BadArgument([HttpTrigger(Route = "y/{id:min(z)}")] HttpRequest request) => _ = request;

        [Function("Unclosed")]
        public static void Unclosed([HttpTrigger(Route = "z/{id")] HttpRequest request) => _ = request;
    }

    public static class OverlappingRoutes
    {
        [Function("ById")]
        public static void ById([HttpTrigger("get", Route = "items/{id}")] HttpRequest request) => _ = request;

        [Function("Popular")]
        public static void Popular([HttpTrigger(Route = "items/popular")] HttpRequest request) => _ = request;

        [Function("SameOne")]
        public static void SameOne([HttpTrigger("get", "POST", Route = "same")] HttpRequest request) => _ = request;

        [Function("SameTwo")]
        public static void SameTwo([HttpTrigger("post", "put", Route = "Same/")] HttpRequest request) => _ = request;
    }

    public static class SplitByMethod
    {
        [Function("Read")]
        public static IResult Read(
            [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "items/{id}")] HttpRequest request) => Results.Text("read");

        [Function("Write")]
        public static IResult Write(
            [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "items/{id}")] HttpRequest request) =>
            Results.Text("written");
    }
}

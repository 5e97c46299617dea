using System.Net;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;

namespace EmbeddedHost.Tests.Http;

public sealed class MetricsPageTests
{
    [Fact]
    public async Task Get_WithTheDefaultOrMasterKey_ShowsFiguresAndWithoutOneNothing()
    {
        await using var host = await RunningHost.StartAsync(typeof(Functions));

        using var none = await host.SendAsync("GET", "metrics");
        await ProblemAssert.IsAsync(none, HttpStatusCode.Unauthorized);
        foreach (var key in (string[])[RunningHost.DefaultKey, RunningHost.MasterKey])
        {
            using var request = new HttpRequestMessage(HttpMethod.Get, "metrics") { Headers = { { "x-functions-key", key } } };
            using var shown = await host.Client.SendAsync(request, TestContext.Current.CancellationToken);
            Assert.Equal(HttpStatusCode.OK, shown.StatusCode);
        }
    }

    [Fact]
    public async Task Get_AFunctionHasThatPath_ItAnswers()
    {
        await using var host = await RunningHost.StartAsync(typeof(OwnMetrics));
        Assert.Equal("own", await host.GetAsync("metrics"));
    }

    public static class Functions
    {
        [Function("something")]
        public static IResult Something([HttpTrigger(AuthorizationLevel.Anonymous)] HttpRequest request) => Results.Text("something");
    }

    public static class OwnMetrics
    {
        [Function("own-metrics")]
        public static IResult Own([HttpTrigger(AuthorizationLevel.Anonymous, Route = "metrics")] HttpRequest request) => Results.Text("own");
    }
}

using System.Globalization;
using System.Net;
using PersonalizationEngine.Functions.Tests.Running;

namespace PersonalizationEngine.Functions.Tests.Access;

public sealed class RequestRateTests
{
    /// <summary>Six a minute: one at once, then one every ten seconds.</summary>
    [Fact]
    public async Task AnyQuestion_TooOften_WaitsAndOthersDoNot()
    {
        await using var process = await EngineProcess.StartAsync(
            null,
            ("access__sites__0__key", BrowserEngine.Site), ("access__sites__0__origins__0", BrowserEngine.Origin),
            ("access__requests_per_minute", "6"), ("access__proxies", "1"));
        await process.Client.BecomeReadyAsync();

        using var first = await AskAsync(process, "203.0.113.7");
        using var second = await AskAsync(process, "203.0.113.7");
        using var pretended = await AskAsync(process, "198.51.100.1, 203.0.113.7");
        using var other = await AskAsync(process, "203.0.113.8:4711");
        using var household = await AskAsync(process, "[2001:db8:1:2::1]:4711");
        using var sameHousehold = await AskAsync(process, "2001:db8:1:2::2");

        Assert.Equal(HttpStatusCode.OK, first.StatusCode);
        Assert.Equal(HttpStatusCode.TooManyRequests, second.StatusCode);
        Assert.InRange(int.Parse(Assert.Single(second.Headers.GetValues("Retry-After")), CultureInfo.InvariantCulture), 1, 10);
        Assert.Equal(HttpStatusCode.TooManyRequests, pretended.StatusCode);
        Assert.Equal(HttpStatusCode.OK, other.StatusCode);
        Assert.Equal(HttpStatusCode.OK, household.StatusCode);
        Assert.Equal(HttpStatusCode.TooManyRequests, sameHousehold.StatusCode);
    }

    private static async Task<HttpResponseMessage> AskAsync(EngineProcess process, string forwarded)
    {
        using var http = new HttpClient { BaseAddress = process.Client.Address };
        using var request = new HttpRequestMessage(HttpMethod.Get, $"/site/v1/{BrowserEngine.Site}/popular");
        request.Headers.Add("X-Forwarded-For", forwarded);
        return await http.SendAsync(request, TestContext.Current.CancellationToken);
    }
}

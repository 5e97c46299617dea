using PersonalizationEngine.Functions.Tests.RealSystems;
using PersonalizationEngine.Functions.Tests.Running;
using PersonalizationEngine.Servers;

namespace PersonalizationEngine.Functions.Tests.Telemetry;

/// <summary>One trace leads from the caller through everything that an answer waits for.</summary>
public sealed class TraceTests(RealServers servers)
{
    private const string Caller = "b7ad6b7169203331";

    [Fact]
    public async Task Personalize_CallerTraces_OneTraceCoversCacheStoreAndRecommender()
    {
        var (mariaDb, redis) = (await servers.MariaDbAsync(), await servers.RedisAsync());
        await using var gorse = await GorseServer.StartAsync();
        using var receiver = new OtlpReceiver();
        await using var engine = await EngineProcess.StartAsync(
            null,
            [
                .. receiver.Settings, ("ENGINE_MYSQL_URL", mariaDb.UrlOf(await mariaDb.CreateDatabaseAsync())), ("REDIS_URL", redis.Url),
                ("GORSE_URL", gorse.Url.ToString()), ("GORSE_API_KEY", gorse.ApiKey),
            ]);
        await engine.Client.BecomeReadyAsync();
        await engine.Client.AcceptEventsAsync("rybbit", Sent.PageView("traced", "/pricing"));

        var trace = $"{Guid.CreateVersion7():N}";
        var answer = await SendAsync(engine, HttpMethod.Get, "/api/v1/personalize/traced", trace);
        answer.AssertOk();

        var spans = await receiver.UntilAsync(one =>
        {
            List<ReceivedSpan> ours = [.. one.Spans.Where(span => span.TraceId == trace)];
            return ours.Any(span => span.ParentId == Caller) ? ours : null;
        });
        var http = Assert.Single(spans, span => span.ParentId == Caller);
        Assert.Equal("Microsoft.Azure.Functions.Worker", http.Source);
        Assert.Equal("api/v1/personalize/{userId}", http.Attributes["http.route"]);
        Assert.Equal("GET", http.Attributes["http.request.method"]);
        string[] sources = ["ZiggyCreatures.Caching.Fusion", "MySqlConnector", "System.Net.Http", "PersonalizationEngine"];
        foreach (var source in sources) Assert.Contains(spans, span => span.Source == source);
        foreach (var system in (string[])["store", "redis", "gorse"])
            Assert.Contains(spans, span => span.Attributes.GetValueOrDefault("peer.service") == system);
        Assert.Contains(spans, span => span.Attributes.GetValueOrDefault("url.full") == gorse.Url.ToString());
        // Every span hangs on another one of the trace, up to the caller's.
        var ids = spans.Select(span => span.SpanId).Append(Caller).ToHashSet();
        Assert.All(spans, span => Assert.Contains(span.ParentId, ids));
    }

    [Fact]
    public async Task Problem_IsTraced_TellsTheTraceThatSpansHave()
    {
        using var receiver = new OtlpReceiver();
        await using var engine = await EngineProcess.StartAsync(null, receiver.Settings);
        await engine.Client.BecomeReadyAsync();
        var trace = $"{Guid.CreateVersion7():N}";
        var answer = await SendAsync(engine, HttpMethod.Get, "/api/v1/personalize/ada?limit=many", trace);

        answer.AssertProblem(400, "limit");
        Assert.Equal(trace, (string?)answer.Json["traceId"]);
        await receiver.UntilAsync(one => one.Spans.FirstOrDefault(span => span.TraceId == trace && span.Attributes.GetValueOrDefault("http.response.status_code") == "400"));
    }

    private static Task<EngineResponse> SendAsync(EngineProcess engine, HttpMethod method, string path, string trace)
    {
        var request = new HttpRequestMessage(method, path);
        request.Headers.Add("x-functions-key", EngineProcess.FunctionKey);
        request.Headers.Add("traceparent", $"00-{trace}-{Caller}-01");
        return engine.Client.SendAsync(request);
    }
}

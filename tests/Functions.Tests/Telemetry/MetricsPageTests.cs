using PersonalizationEngine.Functions.Tests.Running;

namespace PersonalizationEngine.Functions.Tests.Telemetry;

/// <summary>What Prometheus reads of an engine that has done a little of everything.</summary>
public sealed class MetricsPageTests(MetricsEngine engine)
{
    [Fact]
    public async Task Metrics_WithoutAKey_AreUnauthorized()
    {
        var client = (await engine.EngineAsync()).Client;
        Assert.Equal(401, (await client.SendAsync(HttpMethod.Get, "/metrics", null, null)).Status);
        Assert.Equal(401, (await client.SendAsync(HttpMethod.Get, "/metrics", null, "another key")).Status);
        Assert.Equal(200, (await client.SendAsync(HttpMethod.Get, "/metrics", null, EngineProcess.MasterKey)).Status);
        Assert.Equal(404, (await client.SendAsync(HttpMethod.Post, "/metrics", null, EngineProcess.MasterKey)).Status);
    }

    [Fact]
    public async Task Decisions_AreToldByOutcomeSourceAndDegradation()
    {
        var read = await engine.ReadAsync();
        const string Count = "personalization_decision_duration_seconds_count";
        Assert.Equal((2, 1), (read.Sum(Count, ("outcome", "decided")), read.Sum(Count, ("outcome", "fallback"))));
        // On a machine that is busy a decision may be degraded; the figure says what the answers said.
        Assert.Equal((3 - engine.Degraded, engine.Degraded), (read.Sum(Count, ("degraded", "false")), read.Sum(Count, ("degraded", "true"))));
        Assert.DoesNotContain("", read.Values(Count, "source"));
    }

    [Fact]
    public async Task PersonCache_TellsHitsAndMisses()
    {
        var read = await engine.ReadAsync();
        Assert.True(read.Sum("personalization_cache_requests_total", ("cache", "people"), ("result", "miss")) >= 2);
        Assert.True(read.Sum("personalization_cache_requests_total", ("cache", "people"), ("result", "hit")) >= 1);
    }

    [Fact]
    public async Task Dependencies_TellCallsAndBreakers()
    {
        var read = await engine.ReadAsync();
        Assert.True(read.Sum("personalization_dependency_calls_total", ("dependency", "store"), ("result", "ok")) >= 2);
        Assert.Contains("store", read.Values("personalization_dependency_breaker", "dependency"));
        Assert.Equal(0, read.Sum("personalization_dependency_breaker", ("dependency", "store")));
    }

    [Fact]
    public async Task Ingestion_TellsWhatBecameOfEventsAndHowOldTheNewestWas()
    {
        var read = await engine.ReadAsync();
        foreach (var (result, count) in ((string, int)[])[("accepted", 2), ("duplicate", 1), ("refused", 1)])
            Assert.Equal(count, read.Sum("personalization_ingest_events_total", ("source", "rybbit"), ("result", result)));
        Assert.InRange(read.Sum("personalization_ingest_lag_seconds", ("source", "rybbit")), 100, 400);
    }

    [Fact]
    public async Task Feedback_TellsImpressionsAndClicks()
    {
        var read = await engine.ReadAsync();
        Assert.Equal((1, 1), (read.Sum("personalization_feedback_impressions_total"), read.Sum("personalization_feedback_clicks_total")));
    }

    [Fact]
    public async Task Exposures_NoneIsLost_TellZeroFromTheStart()
    {
        var read = await engine.ReadAsync();
        Assert.Contains("personalization_exposures_lost_total", read.Names);
        Assert.Equal(0, read.Sum("personalization_exposures_lost_total"));
    }

    [Fact]
    public async Task Deliveries_NobodyCanSend_AreToldByOutcome()
    {
        await ReadUntilAsync(read => read.Sum("personalization_deliveries_total") >= 1);
        var read = await ReadUntilAsync(read => read.Names.Contains("personalization_delivery_dead_letters"));
        Assert.DoesNotContain("", read.Values("personalization_deliveries_total", "outcome"));
        Assert.DoesNotContain("", read.Values("personalization_deliveries_total", "channel"));
    }

    [Fact]
    public async Task Installation_TellsTimersStoresAndExperiments()
    {
        var read = await ReadUntilAsync(read => read.Sum("personalization_experiment_srm", ("experiment", "measured")) == 0 && read.Names.Contains("personalization_experiment_srm"));
        Assert.True(read.Sum("personalization_store_size_bytes", ("store", "engine")) > 100_000);
        Assert.True(read.Sum("personalization_store_size_bytes", ("store", "durable")) > 0);
        var timers = read.Values("personalization_timer_interval_seconds", "timer").Order().ToList();
        Assert.Equal(timers, read.Values("personalization_timer_last_success_age_seconds", "timer").Order());
        Assert.Equal((60, 86_400), (
            read.Sum("personalization_timer_interval_seconds", ("timer", "StartDeliveries")), read.Sum("personalization_timer_interval_seconds", ("timer", "PurgeExpiredData"))));
    }

    [Fact]
    public async Task Timers_WhenTheyHaveRun_AreYoungAndTellTheBacklog()
    {
        // The one that counts orchestrations runs once a minute.
        var read = await ReadUntilAsync(read => read.Names.Contains("personalization_durable_backlog"), seconds: 100);
        Assert.Equal(["pending", "running", "stuck"], read.Values("personalization_durable_backlog", "state").Order());
        Assert.Equal(0, read.Sum("personalization_durable_backlog", ("state", "stuck")));
        // The first count may be a whole interval old when it is read, so "young" is what the alert on silence calls it: less than three intervals.
        var interval = read.Sum("personalization_timer_interval_seconds", ("timer", "CountOrchestrations"));
        Assert.Equal(60, interval);
        Assert.InRange(read.Sum("personalization_timer_last_success_age_seconds", ("timer", "CountOrchestrations")), 0, 3 * interval);
    }

    [Fact]
    public async Task Process_TellsMemoryAndRequests()
    {
        var read = await engine.ReadAsync();
        Assert.True(read.Sum("dotnet_process_memory_working_set_bytes") > 10_000_000);
        Assert.Contains("api/v1/personalize/{userId}", read.Values("http_server_request_duration_seconds_count", "http_route").Select(route => route.TrimStart('/')));
    }

    [Fact]
    public async Task Metrics_SwitchedOff_AreNotThere()
    {
        await using var without = await EngineProcess.StartAsync(null, ("METRICS_ENDPOINT", "false"));
        Assert.Equal(404, (await without.Client.GetAsync("/metrics")).Status);
    }

    private async Task<ExpositionText> ReadUntilAsync(Func<ExpositionText, bool> holds, int seconds = 30)
    {
        for (var tries = 0; ; tries++)
        {
            var read = await engine.ReadAsync();
            if (holds(read)) return read;
            Assert.True(tries < seconds * 2, string.Join('\n', read.Names));
            await Task.Delay(500, TestContext.Current.CancellationToken);
        }
    }
}

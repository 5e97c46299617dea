using System.Net;
using System.Net.Sockets;
using PersonalizationEngine.Functions.Tests.Running;

namespace PersonalizationEngine.Functions.Tests.Startup;

/// <summary>A wrong setting stops the start with one message that names every key and what is accepted.</summary>
public sealed class WrongSettingTests : IDisposable
{
    private readonly DataFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Theory]
    [InlineData("scoring: { weights: { demo_request: lots } }", "scoring.weights.demo_request", "-100 to 100")]
    [InlineData("scoring: { weights: { demo_request: 100.01 } }", "scoring.weights.demo_request", "-100 to 100")]
    [InlineData("scoring: { weights: { demo_request: [1] } }", "scoring.weights.demo_request", "")]
    [InlineData("scoring: { weights: { demo_requests: 1 } }", "scoring.weights.demo_requests", "")]
    [InlineData("scoring: { windows_days: { email_opens: 0 } }", "scoring.windows_days.email_opens", "1 to 365")]
    [InlineData("scoring: { windows_days: { email_opens: 366 } }", "scoring.windows_days.email_opens", "1 to 365")]
    [InlineData("scoring: { windows_days: { email_opens: NaN } }", "scoring.windows_days.email_opens", "1 to 365")]
    [InlineData("scoring: { thresholds: { hot_lead: 0 } }", "scoring.thresholds.hot_lead", "0.01 to 999.99")]
    [InlineData("scoring: { thresholds: { sales_ready: 1000 } }", "scoring.thresholds.sales_ready", "0.01 to 999.99")]
    [InlineData("scoring: { thresholds: { warm_lead: 50, hot_lead: 50 } }", "scoring.thresholds", "rise")]
    [InlineData("scoring: { thresholds: { warm_lead: 90 } }", "scoring.thresholds", "rise")]
    [InlineData("signals: { demo_request: [ { pages: [/demo] } ] }", "signals.demo_request", "page")]
    [InlineData("signals: { pricing_visit: [ { page: [pricing] } ] }", "signals.pricing_visit", "/")]
    [InlineData("signals: { demo: [ { page: [/demo] } ] }", "signals.demo", "")]
    [InlineData("items: { paths: [blog/x] }", "items.paths", "/blog/{item_id}")]
    [InlineData("items: { path: ['/blog/{item_id}'] }", "items.path", "")]
    [InlineData("recommendations: { interaction_weights: { pageview: 0 } }", "recommendations.interaction_weights.pageview", "100")]
    [InlineData("recommendations: { history_days: 3651 }", "recommendations.history_days", "1 to 3650")]
    [InlineData("recommendations: { popularity_half_life_days: 0 }", "recommendations.popularity_half_life_days", "1 to 3650")]
    [InlineData("recommendations: { trending_half_life_days: 0.04 }", "recommendations.trending_half_life_days", "0.05 to 365")]
    [InlineData("cache: { person_seconds: 0 }", "cache.person_seconds", "1 to 300")]
    [InlineData("cache: { person_stale_minutes: 1441 }", "cache.person_stale_minutes", "1 to 1440")]
    [InlineData("cache: { person_budget_ms: 9 }", "cache.person_budget_ms", "10 to 10000")]
    [InlineData("cache: { people: 99 }", "cache.people", "100 to 1000000")]
    [InlineData("cache: { people: 1000.5 }", "cache.people", "100 to 1000000")]
    [InlineData("delivery: { digests: [ { topic: news, template: digest } ] }", "delivery.digests.0", "either minutes or at")]
    [InlineData("delivery: { digests: [ { topic: news, template: digest, minutes: 43201 } ] }", "delivery.digests.0.minutes", "1 to 43200")]
    [InlineData("delivery: { digests: [ { topic: News, template: digest, minutes: 5 } ] }", "delivery.digests.0.topic", "1 to 64")]
    [InlineData("delivery: { digests: [ { topic: news, template: digest, at: ['8'] } ] }", "delivery.digests.0.at", "08:00")]
    [InlineData("delivery: { digests: [ { topic: news, template: digest, at: ['08:00'], weekdays: [someday] } ] }", "delivery.digests.0.weekdays", "days of the week")]
    [InlineData("retention: { events_days: 30 }", "retention.events_days", "3650")]
    [InlineData("retention: { event_ids_days: 0 }", "retention.event_ids_days", "1 to 3650")]
    [InlineData("retention: { everything_days: 5 }", "retention.everything_days", "")]
    [InlineData("scorings: { weights: { demo_request: 1 } }", "scorings", "scoring, signals, items")]
    public async Task Start_WrongValueInTheFile_NamesKeyAndRange(string yaml, string key, string accepted) =>
        AssertRefused(await StartWithAsync(yaml), key, accepted);

    [Fact]
    public async Task Start_SeveralWrongValues_NamesEachOfThem()
    {
        var end = await StartWithAsync(
            """
            scoring:
              weights: { demo_request: lots, email_opens: 1000 }
              thresholds: { warm_lead: 60 }
            cache: { people: 1 }
            retention: { feedback_days: -1, nothing: 1 }
            """);

        foreach (var key in (string[])[
            "scoring.weights.demo_request", "scoring.weights.email_opens", "scoring.thresholds", "cache.people", "retention.feedback_days",
            "retention.nothing"]) AssertRefused(end, key, "");
    }

    [Theory]
    [InlineData("scoring__weights__demo_request", "lots", "scoring.weights.demo_request", "-100 to 100")]
    [InlineData("scoring__weight__demo_request", "1", "scoring.weight.demo_request", "")]
    [InlineData("cache__people", "1e9", "cache.people", "100 to 1000000")]
    [InlineData("SERVER_PORT", "99999", "SERVER_PORT", "65535")]
    [InlineData("SERVER_PORT", "http", "SERVER_PORT", "65535")]
    [InlineData("SERVER_HOST", "example.com:80", "SERVER_HOST", "")]
    [InlineData("DATA_DIR", "/proc/nothing/here", "DATA_DIR", "")]
    [InlineData("LOG_LEVEL", "Loud", "LOG_LEVEL", "")]
    [InlineData("PERSONALIZATION_CONFIG", "/nowhere/at/all.yaml", "/nowhere/at/all.yaml", "")]
    [InlineData("PERSONALIZATION_CONFIG", "/", "/", "")]
    public async Task Start_WrongVariable_NamesItAndWhatIsAccepted(string name, string value, string key, string accepted) =>
        AssertRefused(await EngineProcess.RunToEndInAsync(_folder.Path, (name, value)), key, accepted);

    [Fact]
    public async Task Start_FolderThatCannotBeWritten_IsNamedThoughNothingIsToBeMade()
    {
        var end = await EngineProcess.RunToEndInAsync(
            _folder.Path, ("DATA_DIR", "/proc/nothing/here"), ("DECISION_KEY", Convert.ToBase64String(new byte[32])));

        AssertRefused(end, "DATA_DIR", "");
    }

    [Fact]
    public async Task Start_PortThatIsTaken_IsNamed()
    {
        using var taken = new TcpListener(IPAddress.Loopback, 0);
        taken.Start();
        var port = $"{((IPEndPoint)taken.LocalEndpoint).Port}";

        AssertRefused(await EngineProcess.RunToEndInAsync(_folder.Path, ("SERVER_PORT", port)), port, "");
    }

    [Theory]
    [InlineData("scoring:\n\tweights: 1")]
    [InlineData("scoring: { weights: ")]
    [InlineData("scoring: 1\nscoring: 2")]
    [InlineData("a: *nowhere")]
    [InlineData("? [a, b]\n: c")]
    [InlineData("[1, 2]")]
    [InlineData("just a text")]
    [InlineData("scoring: &loop [*loop]")]
    public async Task Start_FileThatIsNoSettings_NamesTheFile(string yaml) => AssertRefused(await StartWithAsync(yaml), "site.yaml", "");

    [Theory]
    [InlineData("")]
    [InlineData("# nothing but a comment")]
    [InlineData("---\n")]
    public async Task Start_EmptyFile_TakesTheDefaults(string yaml)
    {
        await using var engine = await EngineProcess.StartAsync(_folder.Path, ("PERSONALIZATION_CONFIG", _folder.Write("site.yaml", yaml)));

        await engine.Client.AcceptEventsAsync("rybbit", Sent.PageView("somebody", "/pricing"));
        Assert.Equal(3.5m, (decimal)(await engine.Client.ScoreAsync("somebody"))["score"]!);
    }

    [Fact]
    public async Task Start_FileNamedByNothing_IsTheShippedOne()
    {
        await using var engine = await EngineProcess.StartAsync(_folder.Path, ("PERSONALIZATION_CONFIG", ""));

        await engine.Client.AcceptEventsAsync("rybbit", Sent.PageView("somebody", "/pricing"));
        Assert.Equal(3.5m, (decimal)(await engine.Client.ScoreAsync("somebody"))["score"]!);
    }

    private Task<(int, string)> StartWithAsync(string yaml) =>
        EngineProcess.RunToEndInAsync(_folder.Path, ("PERSONALIZATION_CONFIG", _folder.Write("site.yaml", yaml)));

    private static void AssertRefused((int ExitCode, string Output) end, string key, string accepted)
    {
        Assert.True(end.ExitCode == 1, $"{end.ExitCode}: {end.Output}");
        Assert.Contains(key, end.Output, StringComparison.Ordinal);
        Assert.Contains(accepted, end.Output, StringComparison.Ordinal);
        Assert.DoesNotContain("   at ", end.Output, StringComparison.Ordinal);
        Assert.DoesNotContain("Exception", end.Output, StringComparison.Ordinal);
        Assert.DoesNotContain("Listening on", end.Output, StringComparison.Ordinal);
    }
}

using Feed.Tests.Receiver;
using Feed.Tests.Replay;
using PersonalizationEngine.Feed.Demo.Wire;

namespace Feed.Tests.CommandLine;

public sealed class ReplayCommandTests
{
    private const string Clicks = "session;item;when\ns1;a;1396437466.94\ns1;b;1396437500\ns2;a;1396440000.5\n";
    private static readonly string[] MapClicks =
    [
        "--to", "rybbit", "--map", "session_id=session", "--map", "anonymous_id=session",
        "--map", "pathname=/product/{item}", "--map", "timestamp=when",
    ];


    [Fact]
    public async Task Replay_MapOptions_SendPageViews()
    {
        await using var engine = await ReceivingEngine.StartAsync();
        using var folder = new TemporaryFolder();
        var file = folder.File("clicks.csv", Clicks);

        var run = await Replays.RunAsync(engine, file, [.. MapClicks, "--set", "hostname=shop.example"]);

        Assert.True(run.Code == 0, run.Error);
        Assert.Contains("3 accepted, 0 duplicates, 0 refused", run.Output, StringComparison.Ordinal);
        Assert.Equal(
            """
            {"type":"pageview","site_id":"1","session_id":"s1","anonymous_id":"s1","pathname":"/product/a",
            "timestamp":"2014-04-02T11:17:46.940Z","hostname":"shop.example"}
            """.ReplaceLineEndings(""),
            engine.StoredAt("/webhook/rybbit").First().GetRawText());
    }

    [Fact]
    public async Task Replay_MapToCdp_SendsCustomers()
    {
        await using var engine = await ReceivingEngine.StartAsync();
        using var folder = new TemporaryFolder();
        var file = folder.File("crm.tsv", "Id\tMail\tAge\n7\ta@example.com\t41\n");

        var run = await Replays.RunAsync(
            engine, file, "--to", "cdp", "--map", "user_id=Id", "--map", "email=Mail", "--map", "traits.age:number=Age");

        Assert.True(run.Code == 0, run.Error);
        Assert.Equal(
            """{"type":"customer.upserted","data":{"user_id":"7","email":"a@example.com","traits":{"age":41}}}""",
            Assert.Single(engine.StoredAt("/webhook/cdp")).GetRawText());
    }

    [Fact]
    public async Task Replay_ShiftToNow_MovesTheNewestToNowAndKeepsDistances()
    {
        await using var engine = await ReceivingEngine.StartAsync();
        using var folder = new TemporaryFolder();
        var before = DateTimeOffset.UtcNow;

        await Replays.RunAsync(engine, folder.File("clicks.csv", Clicks), [.. MapClicks, "--shift-to-now"]);

        var times = engine.StoredAt("/webhook/rybbit").Select(sent => sent.GetProperty("timestamp").GetDateTimeOffset()).ToList();
        Assert.InRange(times[2], before.AddSeconds(-1), DateTimeOffset.UtcNow);
        Assert.Equal(33.06, (times[1] - times[0]).TotalSeconds, 0.001);
    }

    [Fact]
    public async Task Replay_WireShapeLines_GoToTheirEndpointsAsTheyAre()
    {
        await using var engine = await ReceivingEngine.StartAsync();
        using var folder = new TemporaryFolder();
        const string View = """{"type":"pageview","site_id":1,"user_id":"u","event_id":"e1"}""";
        const string Fact = """{"type":"email.opened","event_id":"e2","data":{"user_id":"u"}}""";
        const string Shown = """{"type":"impression","decision_id":"d1","slot":"hero"}""";
        var file = folder.File("events.ndjson", $"{View}\n{Fact}\n{{\"no\":\"type\"}}\n{Shown}\nnonsense\n");

        var run = await Replays.RunAsync(engine, file, "--function-key", ReceivingEngine.FunctionKey);

        Assert.True(run.Code == 0, run.Error);
        Assert.Equal(View, Assert.Single(engine.StoredAt("/webhook/rybbit")).GetRawText());
        Assert.Equal(Fact, Assert.Single(engine.StoredAt("/webhook/cdp")).GetRawText());
        Assert.Equal(Shown, Assert.Single(engine.StoredAt("/api/v1/events")).GetRawText());
        Assert.Contains("2 malformed rows left out", run.Output, StringComparison.Ordinal);
        Assert.Contains("line 3: no event the engine knows", run.Output, StringComparison.Ordinal);
        Assert.Contains("line 5: not JSON", run.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Replay_WireShapeShifted_MovesIsoAndMilliseconds()
    {
        await using var engine = await ReceivingEngine.StartAsync();
        using var folder = new TemporaryFolder();
        const string Milliseconds = """{"type":"copy","n":1,"timestamp":1396437466940}""";
        const string Iso = """{"type":"copy","n":2,"timestamp":"2014-04-02T12:17:46.940Z"}""";
        var file = folder.File("events.ndjson", $"{Milliseconds}\n{Iso}");

        await Replays.RunAsync(engine, file, "--to", "rybbit", "--shift-to-now");

        var times = engine.StoredAt("/webhook/rybbit").Select(sent => sent.GetProperty("timestamp").GetDateTimeOffset()).ToList();
        Assert.Equal(TimeSpan.FromHours(1), times[1] - times[0]);
        Assert.InRange(times[1], DateTimeOffset.UtcNow.AddMinutes(-1), DateTimeOffset.UtcNow);
    }

    [Fact]
    public async Task Replay_MalformedRows_AreCountedByLineAndNotFatal()
    {
        await using var engine = await ReceivingEngine.StartAsync();
        using var folder = new TemporaryFolder();
        var file = folder.File("clicks.csv", "session,item,when\ns1,a,1396437466\nonly one\ns2,b,soon\ns3,c,1396437470\n");

        var run = await Replays.RunAsync(engine, file, MapClicks);

        Assert.Equal(0, run.Code);
        Assert.Equal(2, engine.Stored.Count);
        Assert.Contains("2 malformed rows left out", run.Output, StringComparison.Ordinal);
        Assert.Contains("line 3: 1 fields, the header has 3", run.Output, StringComparison.Ordinal);
        Assert.Contains("line 4: timestamp: 'soon' is not a timestamp", run.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Replay_RefusedEvents_AreReportedByReasonAndLine()
    {
        await using var engine = await ReceivingEngine.StartAsync();
        using var folder = new TemporaryFolder();
        engine.Refuse = sent => sent.GetProperty("pathname").GetString() == "/product/a" ? ("pathname", "is not liked") : null;

        var run = await Replays.RunAsync(engine, folder.File("clicks.csv", Clicks), MapClicks);

        Assert.Equal(0, run.Code);
        Assert.Contains("1 accepted, 0 duplicates, 2 refused", run.Output, StringComparison.Ordinal);
        Assert.Contains("refused 2 x (first: line 2): pathname is not liked", run.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Replay_EverythingRefused_FailsAndSaysWhy()
    {
        await using var engine = await ReceivingEngine.StartAsync();
        using var folder = new TemporaryFolder();
        engine.Refuse = _ => ("type", "is not known");

        var run = await Replays.RunAsync(engine, folder.File("clicks.csv", Clicks), MapClicks);

        Assert.Equal(1, run.Code);
        Assert.Contains("0 accepted, 0 duplicates, 3 refused", run.Output, StringComparison.Ordinal);
    }
}

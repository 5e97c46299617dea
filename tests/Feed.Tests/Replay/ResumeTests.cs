using Feed.Tests.Receiver;
using PersonalizationEngine.Feed.Demo.Wire;

namespace Feed.Tests.Replay;

/// <summary>A replay that ends at any moment and is started again sends everything, and nothing counts twice.</summary>
public sealed class ResumeTests
{
    private const int Rows = 4_321;
    private const string Mapping = """
        to: rybbit
        events:
          - fields: { type: pageview, anonymous_id: "{n}" }
          - to: cdp
            when: { n: { at_most: 2500 } }
            fields: { type: customer.upserted, data.user_id: "{n}" }
        """;

    // groups 1 to 3 hold a batch for each endpoint, the last two one: 8 requests in all
    public static MatrixTheoryData<int, bool> Crashes { get; } = new(Enumerable.Range(1, 8), [true, false]);

    [Theory]
    [MemberData(nameof(Crashes))]
    public async Task Replay_KilledAtARequest_GoesOnExactlyOnce(int request, bool stored)
    {
        using var folder = new TemporaryFolder();
        var arguments = Arguments(folder);
        await using var engine = await ReceivingEngine.StartAsync();
        using var kill = CancellationTokenSource.CreateLinkedTokenSource(TestContext.Current.CancellationToken);
        engine.Disturb = number =>
        {
            if (number != request) return number > request ? new Disturbance(0) : null;
            kill.Cancel();
            return new Disturbance(0, StoresFirst: stored);
        };

        var killed = await FeedProgram.RunUntilAsync([.. arguments, "--url", engine.Url.ToString()], kill.Token);
        engine.Disturb = _ => null;
        var resumed = await FeedProgram.RunAsync([.. arguments, "--url", engine.Url.ToString()]);

        Assert.Equal(130, killed.Code);
        Assert.True(resumed.Code == 0, resumed.Error);
        AssertExactlyOnce(engine);
        Assert.False(File.Exists(Path.Combine(folder.Path, "rows.csv.resume.json")));
    }

    [Fact]
    public async Task Replay_EngineGoneHalfway_SaysSoAndGoesOnLater()
    {
        using var folder = new TemporaryFolder();
        var arguments = Arguments(folder);
        await using var engine = await ReceivingEngine.StartAsync();
        engine.Disturb = number => number > 4 ? new Disturbance(0) : null;

        var first = await FeedProgram.RunAsync([.. arguments, "--url", engine.Url.ToString()]);
        var sentBefore = engine.Requests.Count(request => request.Id.Contains("_1_", StringComparison.Ordinal));
        engine.Disturb = _ => null;
        var second = await FeedProgram.RunAsync([.. arguments, "--url", engine.Url.ToString()]);

        Assert.Equal((1, 0), (first.Code, second.Code));
        Assert.Contains("cannot be reached", first.Error, StringComparison.Ordinal);
        Assert.Contains("Going on behind record", second.Output, StringComparison.Ordinal);
        Assert.Equal(sentBefore, engine.Requests.Count(request => request.Id.Contains("_1_", StringComparison.Ordinal)));
        AssertExactlyOnce(engine);
    }

    [Theory]
    [InlineData("--no-resume")]
    [InlineData("--resume")]
    public async Task Replay_StateLost_CountsOnceAllTheSame(string option)
    {
        using var folder = new TemporaryFolder();
        var arguments = Arguments(folder);
        await using var engine = await ReceivingEngine.StartAsync();

        await FeedProgram.RunAsync([.. arguments, "--url", engine.Url.ToString(), "--limit", "1500"]);
        if (option == "--resume") File.Delete(Path.Combine(folder.Path, "rows.csv.resume.json"));
        await FeedProgram.RunAsync([.. arguments, "--url", engine.Url.ToString(), option]);

        AssertExactlyOnce(engine);
    }

    [Fact]
    public async Task Replay_LimitThenTheRest_CountsOnce()
    {
        using var folder = new TemporaryFolder();
        var arguments = Arguments(folder);
        await using var engine = await ReceivingEngine.StartAsync();

        foreach (var limit in (int[])[700, 1_000, 1_700, 4_000])
            await FeedProgram.RunAsync([.. arguments, "--url", engine.Url.ToString(), "--limit", $"{limit}"]);
        await FeedProgram.RunAsync([.. arguments, "--url", engine.Url.ToString()]);

        AssertExactlyOnce(engine);
    }

    [Fact]
    public async Task Replay_OtherMapping_BeginsAnew()
    {
        using var folder = new TemporaryFolder();
        await using var engine = await ReceivingEngine.StartAsync();
        var limited = await FeedProgram.RunAsync([.. Arguments(folder), "--url", engine.Url.ToString(), "--limit", "2500"]);
        var other = folder.File("other.yaml", Mapping.Replace("pageview", "copy", StringComparison.Ordinal));

        var rows = Path.Combine(folder.Path, "rows.csv");
        string[] common = ["--secret", ReceivingEngine.Secret, "--url", engine.Url.ToString()];
        var run = await FeedProgram.RunAsync(["replay", rows, "--mapping", other, .. common]);

        Assert.Equal((0, 0), (limited.Code, run.Code));
        Assert.DoesNotContain("Going on", run.Output, StringComparison.Ordinal);
        Assert.Equal(Rows, engine.StoredAt("/webhook/rybbit").Count(sent => sent.GetProperty("type").GetString() == "copy"));
    }

    private static string[] Arguments(TemporaryFolder folder)
    {
        var rows = folder.File("rows.csv", "n\n" + string.Join('\n', Enumerable.Range(1, Rows)));
        return ["replay", rows, "--mapping", folder.File("rows.yaml", Mapping), "--secret", ReceivingEngine.Secret];
    }

    private static void AssertExactlyOnce(ReceivingEngine engine)
    {
        var devices = engine.StoredAt("/webhook/rybbit").Select(sent => sent.GetProperty("anonymous_id").GetString()).ToList();
        Assert.Equal((Rows, Rows), (devices.Count, devices.Distinct().Count()));
        var facts = engine.StoredAt("/webhook/cdp").Select(sent => sent.GetProperty("data"));
        var users = facts.Select(data => data.GetProperty("user_id").GetString()).ToList();
        Assert.Equal((2_500, 2_500), (users.Count, users.Distinct().Count()));
    }
}

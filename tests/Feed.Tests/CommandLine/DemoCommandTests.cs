using Feed.Tests.Receiver;
using PersonalizationEngine.Feed.Demo.Wire;

namespace Feed.Tests.CommandLine;

public sealed class DemoCommandTests
{
    private static readonly string[] Small =
        [.. "demo --people 60 --items 40 --events 3000 --now 2026-06-17T11:30:00Z --secret".Split(' '), ReceivingEngine.Secret];

    [Fact]
    public async Task Demo_SentTwice_CountsOnce()
    {
        await using var engine = await ReceivingEngine.StartAsync();

        var first = await FeedProgram.RunAsync([.. Small, "--url", engine.Url.ToString()]);
        var stored = engine.Stored.Count;
        var second = await FeedProgram.RunAsync([.. Small, "--url", engine.Url.ToString()]);

        Assert.Equal((0, 0), (first.Code, second.Code));
        Assert.True(stored > 2_000);
        Assert.Equal(stored, engine.Stored.Count);
        Assert.Contains("0 duplicates, 0 refused", first.Output, StringComparison.Ordinal);
        Assert.Contains("0 accepted", second.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Demo_KilledAndSentAgain_CountsOnce()
    {
        await using var engine = await ReceivingEngine.StartAsync();
        using var kill = CancellationTokenSource.CreateLinkedTokenSource(TestContext.Current.CancellationToken);
        engine.Disturb = number =>
        {
            if (number < 3) return null;
            kill.Cancel();
            return new Disturbance(0, StoresFirst: true);
        };

        var killed = await FeedProgram.RunUntilAsync([.. Small, "--url", engine.Url.ToString()], kill.Token);
        engine.Disturb = _ => null;
        var again = await FeedProgram.RunAsync([.. Small, "--url", engine.Url.ToString()]);

        Assert.Equal((130, 0), (killed.Code, again.Code));
        Assert.Equal(engine.Stored.Count, engine.Requests.DistinctBy(request => request.Id).Sum(request => request.Events));
    }

    [Fact]
    public async Task Demo_KeysInTheEnvironment_NeedsNoKeysFile()
    {
        await using var engine = await ReceivingEngine.StartAsync();
        var variables = new Dictionary<string, string> { ["HOST_MASTER_KEY"] = "master", ["HOST_DEFAULT_KEY"] = "default" };

        var sent = await FeedProgram.RunAsync(
            [.. Small, "--url", engine.Url.ToString(), "--keys", "never-made.json"], variables: variables);

        Assert.Contains(" 0 refused", sent.Output, StringComparison.Ordinal);
        Assert.DoesNotContain("never-made.json", sent.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Demo_NoNow_EndsAtTheClock()
    {
        await using var engine = await ReceivingEngine.StartAsync();
        var before = DateTimeOffset.UtcNow;

        var withoutNow = Small.Where(word => word != "--now" && !word.StartsWith("2026", StringComparison.Ordinal));
        await FeedProgram.RunAsync([.. withoutNow, "--url", engine.Url.ToString()]);

        var times = engine.Stored.Values.Select(stored => stored.Json.GetProperty("timestamp").GetDateTimeOffset()).ToList();
        Assert.InRange(times.Max(), before.AddDays(-2), DateTimeOffset.UtcNow);
        Assert.InRange(times.Min(), before.AddDays(-28).AddSeconds(-1), before.AddDays(-27));
    }

    [Fact]
    public async Task Demo_Truth_IsWrittenButNeverSent()
    {
        await using var engine = await ReceivingEngine.StartAsync();
        using var folder = new TemporaryFolder();
        var truth = Path.Combine(folder.Path, "truth.csv");

        await FeedProgram.RunAsync([.. Small, "--url", engine.Url.ToString(), "--truth", truth]);

        Assert.Equal(61, (await File.ReadAllLinesAsync(truth, TestContext.Current.CancellationToken)).Length);
        var sent = engine.Stored.Values.Select(stored => stored.Json.GetRawText());
        Assert.DoesNotContain(sent, text => text.Contains("intent", StringComparison.Ordinal));
    }
}

using Feed.Tests.Receiver;

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
        Assert.True(stored > 3000 * 0.7);
        Assert.Equal(stored, engine.Stored.Count);
        Assert.Contains("0 duplicates, 0 refused", first.Output, StringComparison.Ordinal);
        Assert.Contains("0 accepted", second.Output, StringComparison.Ordinal);
        TestContext.Current.TestOutputHelper!.WriteLine(first.Output);
    }
}

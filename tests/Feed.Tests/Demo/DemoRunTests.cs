using System.Text.Json.Nodes;
using Feed.Tests.Receiver;
using PersonalizationEngine.Feed;
using PersonalizationEngine.Feed.Demo;
using PersonalizationEngine.Feed.Demo.Documents;
using PersonalizationEngine.Feed.Demo.Wire;
using PersonalizationEngine.Feed.Sending;
using PersonalizationEngine.Feed.Sending.Proof;

namespace Feed.Tests.Demo;

/// <summary>What follows the events: rules and experiments.</summary>
public sealed class DemoRunTests
{
    private static readonly DemoPlan Tiny = DefaultMonth.Plan with { People = 10, Items = 20, Events = 500 };
    private static readonly DemoDocuments OneRule = new([new JsonObject { ["name"] = "welcome" }], []);
    private readonly AdminDouble _admin = new();

    [Fact]
    public async Task Run_MasterKeyGiven_CreatesTheDocuments()
    {
        var (code, output) = await RunAsync(OneRule, AdminDouble.MasterKey);

        Assert.Equal(0, code);
        Assert.Equal("welcome", Assert.Single(_admin.Rules)["name"]!.ToString());
        Assert.Contains("1 rules and experiments created, 0 were there before", output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Run_NoMasterKey_SaysWhatWasLeftOut()
    {
        var (code, output) = await RunAsync(OneRule, null);

        Assert.Equal(0, code);
        Assert.Empty(_admin.Calls);
        Assert.Contains("Rules and experiments were left out", output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Run_WrongMasterKey_Fails()
    {
        var (code, output) = await RunAsync(OneRule, "wrong");

        Assert.Equal(1, code);
        Assert.Contains("401 no such key", output, StringComparison.Ordinal);
    }

    private async Task<(int Code, string Output)> RunAsync(DemoDocuments documents, string? key)
    {
        await using var engine = await ReceivingEngine.StartAsync(_admin.MapOn);
        using var http = new HttpClient { BaseAddress = engine.Url };
        using var output = new StringWriter();
        var environment = new FeedEnvironment(output, output, _ => null, TimeProvider.System, FeedProgram.Quick, "");
        var proof = new SenderProof(Token: ReceivingEngine.Token);
        var client = new WebhookClient(http, proof, FeedProgram.Quick, TimeProvider.System);
        var admin = key is null ? null : new AdminClient(http, key);
        var run = new DemoRun(Tiny, client, environment);
        var code = await run.RunAsync(null, documents, admin, TestContext.Current.CancellationToken);
        return (code, output.ToString());
    }
}

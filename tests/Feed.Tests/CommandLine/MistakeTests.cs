using Feed.Tests.Receiver;
using PersonalizationEngine.Feed.Demo.Wire;

namespace Feed.Tests.CommandLine;

/// <summary>What a person gets told for a mistake: one line, and exit code 1.</summary>
public sealed class MistakeTests
{
    private const string Csv = "a,b\n1,2\n";
    private static readonly string[] SmallDemo = ["demo", "--people", "10", "--events", "500"];

    [Theory]
    [InlineData("replay nowhere.csv --to rybbit --map user_id=a", "nowhere.csv is not there.")]
    [InlineData("replay FILE", "needs --mapping or --map")]
    [InlineData("replay FILE --map user_id=a", "--map and --set need --to")]
    [InlineData("replay FILE --to rybbit --map user_id=c", "no column 'c'; it has a, b.")]
    [InlineData("replay FILE --to rybbit --map user_id", "--map user_id: write field=column.")]
    [InlineData("replay FILE --to rybbit --map user_id:date=a", "'date' is none of text, number")]
    [InlineData("replay FILE --to rybbit --map user_id={a", "the braces do not match")]
    [InlineData("replay FILE --to rybbit --set user_id=", "--set user_id=: write field=text.")]
    [InlineData("replay FILE --mapping none", "The mapping none is not there; shipped are leads, leads-history, yoochoose-clicks.")]
    [InlineData("replay FILE --mapping leads --map user_id=a", "Give either --mapping")]
    [InlineData("replay FILE --to mail", "'mail'")]
    [InlineData("replay FILE --to events --map decision_id=a", "--function-key")]
    [InlineData("replay FILE --delimiter none", "--delimiter must be")]
    [InlineData("replay FILE --limit 0", "--limit must be 1 or more")]
    [InlineData("replay FILE --limit some", "'some'")]
    [InlineData("demo --people 3", "--people must be between 10 and")]
    [InlineData("demo --people many", "'many'")]
    [InlineData("demo --now today", "'today' is not an ISO 8601 instant")]
    [InlineData("demo --url localhost", "'localhost' is not an http address")]
    [InlineData("demo --keys nowhere.json", "nowhere.json cannot be read")]
    [InlineData("demo --truth /nowhere/truth.csv", "/nowhere/truth.csv cannot be written")]
    [InlineData("dance", "'dance'")]
    public async Task Run_Mistake_IsToldInOneLine(string line, string expected)
    {
        using var folder = new TemporaryFolder();
        var file = folder.File("rows.csv", Csv);
        var variables = new Dictionary<string, string> { ["WEBHOOK_SECRETS"] = ReceivingEngine.Secret };

        var run = await FeedProgram.RunAsync([.. line.Split(' ').Select(word => word == "FILE" ? file : word)], null, variables);

        Assert.Equal(1, run.Code);
        Assert.Contains(expected, run.Error, StringComparison.Ordinal);
        Assert.InRange(run.Error.Split('\n', StringSplitOptions.RemoveEmptyEntries).Length, 1, 2);
        Assert.DoesNotContain("   at ", run.Error, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("demo", "--credentials")]
    [InlineData("demo --credentials nowhere.json", "nowhere.json cannot be read")]
    public async Task Run_WithoutProof_SaysHowToGiveOne(string line, string expected)
    {
        var run = await FeedProgram.RunAsync(line.Split(' '));

        Assert.Equal(1, run.Code);
        Assert.Contains(expected, run.Error, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("--secret", "whsec_AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA")]
    [InlineData("--token", "another-token-entirely")]
    public async Task Run_WrongProof_EndsWith401(string option, string value)
    {
        await using var engine = await ReceivingEngine.StartAsync();

        var run = await FeedProgram.RunAsync([.. SmallDemo, option, value, "--url", engine.Url.ToString()]);

        Assert.Equal(1, run.Code);
        Assert.StartsWith("401: the engine at", run.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Run_NobodyListening_SaysSo()
    {
        var run = await FeedProgram.RunAsync([.. SmallDemo, "--secret", ReceivingEngine.Secret, "--url", "http://127.0.0.1:1"]);

        Assert.Equal(1, run.Code);
        Assert.Contains("cannot be reached: Connection refused (3 attempts).", run.Error, StringComparison.Ordinal);
    }
}

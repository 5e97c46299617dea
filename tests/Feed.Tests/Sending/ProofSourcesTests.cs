using Feed.Tests.Receiver;
using PersonalizationEngine.Feed.Demo.Wire;
using PersonalizationEngine.Feed.Sending;
using PersonalizationEngine.Feed.Sending.Proof;

namespace Feed.Tests.Sending;

public sealed class ProofSourcesTests
{
    private const string Other = "whsec_AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA";
    private static readonly Func<string, string?> Nothing = _ => null;

    [Fact]
    public void Read_EverythingGiven_CountsTheCommandLineFirst()
    {
        using var folder = new TemporaryFolder();
        var file = folder.File("credentials.json", $$"""{"secret":"{{Other}}","token":"of-the-file"}""");

        Assert.Null(Read(new ProofSources(null, "said", file, null, null), _ => Other).Secret);
        Assert.Equal("said", Read(new ProofSources(null, "said", file, null, null), _ => Other).Token);
        Assert.Equal("of-the-file", Read(new ProofSources(null, null, file, null, null), Nothing).Token);
    }

    [Fact]
    public void Read_EnvironmentGivesWhatTheFilesGive_LeavesTheFilesAsideAsTheEngineDoes()
    {
        using var folder = new TemporaryFolder();
        var outdated = folder.File("credentials.json", $$"""{"secret":"{{Other}}"}""");
        var sources = new ProofSources(null, null, outdated, null, "never-made.json");

        var proof = Read(sources, name => name switch { "WEBHOOK_TOKENS" => "token", "HOST_DEFAULT_KEY" => "key", _ => null });

        Assert.Equal((null, "token", "key"), (proof.Secret, proof.Token, proof.FunctionKey));
    }

    [Fact]
    public void Read_Environment_TakesTheFirstOfSeveral()
    {
        var nothingSaid = new ProofSources(null, null, null, null, null);

        var proof = Read(nothingSaid, name => name == "WEBHOOK_TOKENS" ? " first second" : null);

        Assert.Equal("first", proof.Token);
    }

    [Theory]
    [InlineData("{\"_master\":\"m\",\"default\":\"d\",\"other\":{}}", "d")]
    [InlineData("{\"_master\":\"m\"}", "m")]
    public void Read_KeysFile_GivesAFunctionKey(string keys, string expected)
    {
        using var folder = new TemporaryFolder();

        var sources = new ProofSources(null, null, null, null, folder.File("keys.json", keys));

        Assert.Equal(expected, Read(sources, Nothing).FunctionKey);
    }

    [Theory]
    [InlineData("{", "is not JSON")]
    [InlineData("[]", "does not hold a JSON object")]
    [InlineData("{\"secret\":\"whsec_?\"}", "whsec_<base64>")]
    public void Read_FileOfAnotherKind_SaysWhatIsWrong(string content, string reason)
    {
        using var folder = new TemporaryFolder();
        var sources = new ProofSources(null, null, folder.File("credentials.json", content), null, null);

        Assert.False(sources.Read(Nothing).TryGet(out _, out var failure));
        Assert.Contains(reason, failure, StringComparison.Ordinal);
    }

    [Fact]
    public void MissingFor_NoProof_NamesTheWayToGiveOne()
    {
        Assert.Contains("--credentials", new SenderProof().MissingFor(Endpoint.Cdp), StringComparison.Ordinal);
        Assert.Contains("--function-key", new SenderProof(Token: "t").MissingFor(Endpoint.Events), StringComparison.Ordinal);
        Assert.Null(new SenderProof(Token: "t").MissingFor(Endpoint.Rybbit));
    }

    private static SenderProof Read(ProofSources sources, Func<string, string?> environment) =>
        sources.Read(environment).TryGet(out var proof, out var failure) ? proof : throw new InvalidOperationException(failure);
}

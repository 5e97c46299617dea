using System.Text.Json.Nodes;
using PersonalizationEngine.Functions.Tests.Running;

namespace PersonalizationEngine.Functions.Tests.Startup;

/// <summary>Secrets from settings or made at the first start: refused without being shown, kept for their owner's eyes only.</summary>
public sealed class CredentialSettingTests : IDisposable
{
    private const string FileName = "webhook-credentials.json";

    private static readonly (string, string)[] NothingSet = [("WEBHOOK_SECRETS", ""), ("WEBHOOK_TOKENS", "")];

    private readonly DataFolder _folder = new();

    private string Kept => Path.Combine(_folder.Path, FileName);

    public void Dispose() => _folder.Dispose();

    [Theory]
    [InlineData("WEBHOOK_SECRETS", "whsec_c2hvcnQtc2VjcmV0")]
    [InlineData("WEBHOOK_SECRETS", "whsec_")]
    [InlineData("WEBHOOK_SECRETS", "whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw whsec_not*base64*not*base64*not*base64")]
    [InlineData("WEBHOOK_SECRETS", "whpk_c2hvcnQ=")]
    [InlineData("WEBHOOK_SECRETS", "raw:")]
    [InlineData("WEBHOOK_TOKENS", "token-too-short")]
    [InlineData("WEBHOOK_TOKENS", "token-long-enough-to-pass hidden-short")]
    [InlineData("DECISION_KEY", "c2hvcnQta2V5LW9mLXRlc3Rz")]
    [InlineData("DECISION_KEY", "not-base64-not-base64-not-base64-not-base64-not-base64")]
    public async Task Start_SecretThatCannotBeUsed_IsNamedAndNotShown(string name, string value)
    {
        var (exitCode, output) = await EngineProcess.RunToEndInAsync(_folder.Path, (name, value));

        Assert.Equal(1, exitCode);
        Assert.Contains(name, output, StringComparison.Ordinal);
        Assert.DoesNotContain("   at ", output, StringComparison.Ordinal);
        foreach (var secret in value.Split(' '))
        {
            var bare = secret[(secret.IndexOf('_', StringComparison.Ordinal) + 1)..];
            if (bare.Length > 4) Assert.DoesNotContain(bare, output, StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task Start_NothingSet_MakesCredentialsThatOnlyTheirOwnerMayReadAndThatWork()
    {
        await using var engine = await EngineProcess.StartAsync(_folder.Path, NothingSet);

        if (!OperatingSystem.IsWindows()) Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite, File.GetUnixFileMode(Kept));
        var made = Read();
        var body = Sent.PageView("somebody", "/").ToJsonString();
        (await Proof.Signed(body, (string)made["secret"]!).SendAsync(engine.Client, "rybbit", body)).AssertOk();
        (await new Proof(Token: (string)made["token"]!).SendAsync(engine.Client, "rybbit", body)).AssertOk();
        (await Proof.Signed(body).SendAsync(engine.Client, "rybbit", body)).AssertProblem(401);
        var shown = string.Join('\n', engine.Output);
        Assert.All(made.AsObject(), credential => Assert.DoesNotContain((string)credential.Value!, shown, StringComparison.Ordinal));
    }

    [Fact]
    public async Task Start_Again_KeepsTheCredentials()
    {
        await using (await EngineProcess.StartAsync(_folder.Path, NothingSet))
        {
        }

        var made = Read();
        await using (await EngineProcess.StartAsync(_folder.Path, NothingSet))
        {
        }

        Assert.True(JsonNode.DeepEquals(made, Read()));
    }

    [Fact]
    public async Task Start_EverythingSet_MakesNoOthers()
    {
        await using var engine = await EngineProcess.StartAsync(
            _folder.Path, ("WEBHOOK_TOKENS", ""), ("DECISION_KEY", Convert.ToBase64String(new byte[32])));

        Assert.False(File.Exists(Kept));
        (await Proof.OfToken.SendAsync(engine.Client, "rybbit", "{}")).AssertProblem(401);
    }

    [Theory]
    [InlineData("")]
    [InlineData("{}")]
    [InlineData("null")]
    [InlineData("{\"secret\": \"whsec_c2VjcmV0LW9mLXRoZS1maWxl\", \"token\": 5}")]
    [InlineData("not json")]
    public async Task Start_FileThatCannotBeUsed_IsNamedAndLeftAlone(string content)
    {
        _folder.Write(FileName, content);

        var (exitCode, output) = await EngineProcess.RunToEndInAsync(_folder.Path, NothingSet);

        Assert.Equal(1, exitCode);
        Assert.Contains(FileName, output, StringComparison.Ordinal);
        Assert.DoesNotContain("c2VjcmV0", output, StringComparison.Ordinal);
        Assert.DoesNotContain("   at ", output, StringComparison.Ordinal);
        Assert.Equal(content, await File.ReadAllTextAsync(Kept, TestContext.Current.CancellationToken));
    }

    private JsonNode Read() => JsonNode.Parse(File.ReadAllText(Kept))!;
}

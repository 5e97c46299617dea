using PersonalizationEngine.Functions.Tests.Running;

namespace PersonalizationEngine.Functions.Tests.Webhooks;

/// <summary>Senders that cannot sign prove themselves with a token.</summary>
public sealed class TokenTests(SharedEngine engine)
{
    private readonly string _body = Sent.PageView(Sent.NewId(), "/").ToJsonString();

    [Theory]
    [InlineData("rybbit")]
    [InlineData("cdp")]
    public async Task Post_OurToken_IsLookedInto(string source)
    {
        var answer = await Proof.OfToken.SendAsync(engine.Client, source, _body);

        Assert.NotEqual(401, answer.Status);
    }

    [Theory]
    [InlineData("")]
    [InlineData("token-of-the-test")]
    [InlineData("token-of-the-testsx")]
    [InlineData("Token-of-the-tests")]
    [InlineData("token-of-somebody-else")]
    public async Task Post_AnotherToken_IsRefused(string token) =>
        (await new Proof(Token: token).SendAsync(engine.Client, "rybbit", _body)).AssertProblem(401);

    [Fact]
    public async Task Post_SignatureAndToken_IsAcceptedWhenBothAreRight() =>
        (await (Proof.Signed(_body) with { Token = EngineProcess.Token }).SendAsync(engine.Client, "rybbit", _body)).AssertOk();

    [Fact]
    public async Task Post_WrongSignatureBesideARightToken_IsRefused() =>
        (await (Proof.Signed(_body + " ") with { Token = EngineProcess.Token }).SendAsync(engine.Client, "rybbit", _body)).AssertProblem(401);

    [Fact]
    public async Task Post_FunctionKeyInsteadOfAToken_IsRefused() =>
        (await engine.Client.PostAsync("/webhook/rybbit", _body)).AssertProblem(401);
}

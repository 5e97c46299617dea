using PersonalizationEngine.Functions.Tests.Running;

namespace PersonalizationEngine.Functions.Tests.Webhooks;

/// <summary>Signed webhooks per Standard Webhooks, through the front door.</summary>
public sealed class SignatureTests(SharedEngine engine)
{
    private const string UnknownSecret = "whsec_VW5rbm93blVua25vd25Vbmtub3duVW5rbm93bg==";

    private static readonly string User = Sent.NewId();

    private static readonly string Body = Sent.PageView(User, "/").ToJsonString();

    [Fact]
    public async Task Post_SignedWithAnyOfOurSecrets_IsAccepted()
    {
        await AssertAcceptedAsync(Proof.Signed(Body), Body);
        await AssertAcceptedAsync(Proof.Signed(Body, EngineProcess.OtherSecret), Body);
    }

    [Theory]
    [InlineData(-4.5)]
    [InlineData(4.5)]
    public async Task Post_ClockLessThanFiveMinutesOff_IsAccepted(double minutes) =>
        await AssertAcceptedAsync(Proof.Signed(Body, clock: TimeSpan.FromMinutes(minutes)), Body);

    [Theory]
    [InlineData(-5.5)]
    [InlineData(5.5)]
    [InlineData(-60 * 24 * 365)]
    public async Task Post_ClockMoreThanFiveMinutesOff_IsRefused(double minutes) =>
        await AssertRefusedAsync(Proof.Signed(Body, clock: TimeSpan.FromMinutes(minutes)));

    [Fact]
    public async Task Post_SignatureList_OneRightOneSuffices()
    {
        var proof = Proof.Signed(Body);
        var wrong = Proof.Signed(Body, UnknownSecret).Signature;

        await AssertAcceptedAsync(proof with { Signature = $"{wrong} v2,AAAA {proof.Signature}" }, Body);
        await AssertRefusedAsync(proof with { Signature = $"{wrong} {wrong}" });
    }

    [Fact]
    public async Task Post_AHeaderMissing_IsRefused()
    {
        var proof = Proof.Signed(Body);

        await AssertRefusedAsync(new Proof());
        await AssertRefusedAsync(proof with { Id = null });
        await AssertRefusedAsync(proof with { Timestamp = null });
        await AssertRefusedAsync(proof with { Signature = null });
    }

    [Fact]
    public async Task Post_SignatureOfAnythingElse_IsRefused()
    {
        var proof = Proof.Signed(Body);

        await AssertRefusedAsync(Proof.Signed(Body, UnknownSecret));
        await AssertRefusedAsync(Proof.Signed(Body + " "));
        await AssertRefusedAsync(proof with { Id = proof.Id + "x" });
        await AssertRefusedAsync(proof with { Timestamp = $"{long.Parse(proof.Timestamp!, null) + 1}" });
    }

    [Fact]
    public async Task Post_MangledSignature_IsRefused()
    {
        var proof = Proof.Signed(Body);
        var signature = proof.Signature!["v1,".Length..];
        foreach (var mangled in (string[])["", " ", "v1,", "v1", signature, $"v2,{signature}", $"v1a,{signature}", $"V1,{signature}",
            $"v1,{signature[..^4]}", $"v1,{signature}AAAA", $"v1 {signature}", proof.Signature[..8], "v1,%%%", new string('v', 4000)])
        {
            await AssertRefusedAsync(proof with { Signature = mangled });
        }
    }

    [Theory]
    [InlineData("soon")]
    [InlineData("")]
    [InlineData("1.5")]
    [InlineData("-1")]
    [InlineData("0x10")]
    [InlineData("99999999999999999999999999")]
    public async Task Post_TimestampThatIsNone_IsRefused(string timestamp)
    {
        var signature = EngineClient.Sign(EngineProcess.Secret, "msg_1", timestamp, Body);

        await AssertRefusedAsync(new Proof("msg_1", timestamp, signature));
    }

    [Fact]
    public async Task Post_TimestampInMilliseconds_IsRefused()
    {
        var timestamp = $"{DateTimeOffset.UtcNow.ToUnixTimeMilliseconds()}";

        await AssertRefusedAsync(new Proof("msg_1", timestamp, EngineClient.Sign(EngineProcess.Secret, "msg_1", timestamp, Body)));
    }

    [Fact]
    public async Task Post_NotProven_CountsNothingAndKeepsNothing()
    {
        var stranger = Sent.NewId();

        (await new Proof().SendAsync(engine.Client, "rybbit", Sent.PageView(stranger, "/").ToJsonString())).AssertProblem(401);

        Assert.False((bool)(await engine.Client.ScoreAsync(stranger))["known"]!);
    }

    private async Task AssertAcceptedAsync(Proof proof, string body)
    {
        var answer = await proof.SendAsync(engine.Client, "rybbit", body);
        Assert.True(answer.Status == 200 && (int)answer.Json["accepted"]! == 1, answer.Body);
    }

    private async Task AssertRefusedAsync(Proof proof) => (await proof.SendAsync(engine.Client, "rybbit", Body)).AssertProblem(401);
}
